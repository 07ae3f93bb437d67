package io.greenstack.loadtest.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;

/**
 * Imports thousands of descriptions through the API of a packaged api-service into PostgreSQL and prints files/s, total time,
 * peak heap, peak resident memory and processor time. The files are those of the corpus where it lies beside the repository,
 * else the samples, with device ids of their own.
 *
 * <p>System properties: {@code imports.count} (7500), {@code imports.modes} (upload,folder,single), {@code imports.heap} (512m),
 * {@code imports.clients} (4, of mode single), {@code imports.jvm} (further JVM options, blank-separated).
 */
public final class ImportBenchmark {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final PrintStream out;
    private final Path work;
    private final int count = Integer.getInteger("imports.count", 7500);

    private ImportBenchmark(PrintStream out, Path work) {
        this.out = out;
        this.work = work;
    }

    public static void main(String... arguments) throws Exception {
        Path work = Files.createTempDirectory("greenstack-import-benchmark");
        new ImportBenchmark(System.out, work).run();
    }

    private void run() throws Exception {
        Path root = Path.of(System.getProperty("greenstack.root", "")).toAbsolutePath();
        List<PackageTemplate> templates = Templates.in(folders(root));
        out.printf("%d packages of %d templates (%s)%n", count, templates.size(), folders(root));
        EmbeddedPostgres postgres = new EmbeddedPostgres(
                ServerSettings.lasting(work.resolve("postgres"), Ports.free()));
        EmbeddedRedis redis = new EmbeddedRedis(ServerSettings.lasting(work.resolve("redis"), Ports.free()));
        postgres.start();
        redis.start();
        try {
            int first = 1;
            for (String mode : System.getProperty("imports.modes", "upload,folder,single").split(",")) {
                measure(root, mode.strip(), new Library(templates, count, first), postgres, redis);
                first += count;
            }
        } finally {
            redis.stop();
            postgres.stop();
        }
    }

    private static List<Path> folders(Path root) {
        Path corpus = root.resolveSibling("shared").resolve("corpus");
        for (Path base = root; base != null && !Files.isDirectory(corpus); base = base.getParent()) {
            corpus = base.resolve("shared").resolve("corpus");
        }
        return Files.isDirectory(corpus)
                ? List.of(corpus.resolve("iodd/single"), corpus.resolve("iodd/packages"),
                        corpus.resolve("iodd/official-examples-2024"))
                : List.of(root.resolve("deploy/samples/iodd"));
    }

    private void measure(Path root, String mode, Library library, EmbeddedPostgres postgres, EmbeddedRedis redis)
            throws Exception {
        Path folder = Files.createDirectories(work.resolve("library-" + mode));
        Path zip = folder.resolve("library.zip");
        if (mode.equals("upload")) {
            library.writeZip(zip);
        } else if (mode.equals("folder")) {
            library.writeFolder(folder.resolve("packages"));
        }
        ServiceProcess service = new ServiceProcess(spec(root, folder, postgres, redis));
        service.start();
        try {
            service.awaitReady(START);
            ImportClient client = new ImportClient(service.url());
            try (ResourceWatch watch = new ResourceWatch(client, service.processId(),
                    postgres.processId().orElseThrow())) {
                long begin = System.nanoTime();
                String outcome = switch (mode) {
                    case "upload" -> outcome(client.awaitEnd(client.startUpload(zip)));
                    case "folder" -> outcome(client.awaitEnd(client.startFolder(folder.resolve("packages"))));
                    case "single" -> single(client, library);
                    default -> throw new IllegalArgumentException("No mode " + mode);
                };
                print(mode, library, (System.nanoTime() - begin) / 1e9, watch, outcome);
            }
        } finally {
            service.stop(STOP);
        }
    }

    private static ServiceSpec spec(Path root, Path folder, EmbeddedPostgres postgres, EmbeddedRedis redis) {
        List<String> jvm = new ArrayList<>(List.of("-Xmx" + System.getProperty("imports.heap", "512m")));
        Stream.of(System.getProperty("imports.jvm", "").split(" ")).filter(option -> !option.isBlank())
                .forEach(jvm::add);
        int port = Ports.free();
        return new ServiceSpec("api-service", ServiceSpec.packageOf(root.resolve("api-service")), folder,
                folder.resolve("api-service.log"), port,
                Map.of("QUARKUS_PROFILE", "local", "HTTP_HOST", "127.0.0.1", "HTTP_PORT", Integer.toString(port),
                        "DATABASE_URL", postgres.jdbcUrl(), "DATABASE_USERNAME", postgres.user(), "DATABASE_PASSWORD",
                        postgres.user(), "REDIS_URL", "redis://127.0.0.1:" + redis.port() + "/0",
                        "GREENSTACK_IMPORT_FOLDER", folder.toString(), "GREENSTACK_IMPORT_SPOOL", folder.toString(),
                        "GREENSTACK_RATE_LIMIT", "100000"),
                jvm);
    }

    private static String outcome(String job) {
        return job.replaceAll(",?\"(results|message)\":.*", "").replaceAll(".*(\"state\":)", "$1");
    }

    private static String single(ImportClient client, Library library) throws Exception {
        int clients = Integer.getInteger("imports.clients", 4);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger created = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                futures.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < library.count(); number = next
                            .getAndIncrement()) {
                        if (client.upload(library.name(number), library.zip(number)) == 201) {
                            created.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return clients + " clients, " + created + " answered with 201";
    }

    private void print(String mode, Library library, double seconds, ResourceWatch watch, String outcome)
            throws IOException {
        out.printf("%-7s %6.1f s  %7.1f files/s  %6.1f MB/s of XML  peak heap %d MB  peak RSS %d MB  CPU api %d s, "
                + "PostgreSQL %d s%n        %s%n", mode, seconds, library.count() / seconds,
                library.mainOctets() / 1e6 / seconds, watch.peakHeapMegabytes(), watch.peakResidentMegabytes(),
                watch.serviceTime().toSeconds(), watch.databaseTime().toSeconds(), outcome);
    }
}
