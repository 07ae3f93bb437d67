package io.greenstack.loadtest.cache;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.loadtest.generator.LatencySummary;
import io.greenstack.loadtest.imports.ImportClient;
import io.greenstack.loadtest.search.SearchLibrary;
import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;

/**
 * Reads lists and details of a large catalog and registry through a packaged api-service, with its cache and without: at a fixed
 * rate, as fast as it can, and counting the statements that reach PostgreSQL.
 *
 * <p>System properties: {@code cache.count} (10000 descriptions), {@code cache.devices} (1000), {@code cache.rate} (400 requests a
 * second), {@code cache.seconds} (20 of each measurement), {@code cache.warm-up} (10 before each), {@code cache.heap} (512m),
 * {@code cache.folder} (a new one; one of an earlier run has its data).
 */
public final class CacheBenchmark {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int CLIENTS = 32;
    private static final int SATURATING_CLIENTS = 16;
    private static final int PAGE = 50;
    private static final int COUNTED = 1000;

    private final PrintStream out = System.out;
    private final Path work;
    private final Path root = Path.of(System.getProperty("greenstack.root", "")).toAbsolutePath();
    private final SearchLibrary library = new SearchLibrary(Integer.getInteger("cache.count", 10_000));
    private final int devices = Integer.getInteger("cache.devices", 1000);
    private final int rate = Integer.getInteger("cache.rate", 400);
    private final Duration seconds = Duration.ofSeconds(Integer.getInteger("cache.seconds", 20));
    private final Duration warmUp = Duration.ofSeconds(Integer.getInteger("cache.warm-up", 10));
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;

    private CacheBenchmark(Path work) {
        this.work = work;
        this.postgres = new EmbeddedPostgres(ServerSettings.lasting(work.resolve("postgres"), Ports.free()));
        this.redis = new EmbeddedRedis(ServerSettings.lasting(work.resolve("redis"), Ports.free()));
    }

    public static void main(String... arguments) throws Exception {
        String folder = System.getProperty("cache.folder", "");
        new CacheBenchmark(folder.isBlank()
                ? Files.createTempDirectory("greenstack-cache-benchmark")
                : Files.createDirectories(Path.of(folder))).run();
        System.exit(0);
    }

    /** What one kind of request met. */
    private record Row(HttpLoad.Outcome fixed, HttpLoad.Outcome most, double statements) {}

    private void run() throws Exception {
        postgres.start();
        redis.start();
        try {
            Map<String, LongFunction<String>> kinds = new LinkedHashMap<>();
            ServiceProcess service = service(true, postgres.port());
            try {
                service.start();
                service.awaitReady(START);
                fill(service.url());
                kinds.putAll(kinds(service.url()));
            } finally {
                service.stop(STOP);
            }
            Map<String, Row> without = measure(kinds, false);
            Map<String, Row> with = measure(kinds, true);
            report(without, with);
        } finally {
            redis.stop();
            postgres.stop();
        }
    }

    private ServiceProcess service(boolean cache, int databasePort) {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(Map.of("QUARKUS_PROFILE", "local", "HTTP_HOST", "127.0.0.1",
                "HTTP_PORT", Integer.toString(port), "DATABASE_URL",
                postgres.jdbcUrl().replace(":" + postgres.port() + "/", ":" + databasePort + "/"), "DATABASE_USERNAME",
                postgres.user(), "DATABASE_PASSWORD", postgres.user(), "REDIS_URL",
                "redis://127.0.0.1:" + redis.port() + "/0", "GREENSTACK_IMPORT_SPOOL", work.toString(),
                "GREENSTACK_RATE_LIMIT", "1000000", "GREENSTACK_CACHE", Boolean.toString(cache)));
        environment.put("GREENSTACK_RATE_BURST", "1000000");
        return new ServiceProcess(new ServiceSpec("api-service", ServiceSpec.packageOf(root.resolve("api-service")),
                work, work.resolve(cache ? "with.log" : "without.log"), port, environment,
                List.of("-Xmx" + System.getProperty("cache.heap", "512m"))));
    }

    private void fill(String url) throws Exception {
        if (total(url, "/api/iodd?size=1") < library.count()) {
            Path zip = work.resolve("library.zip");
            library.write(zip);
            long begin = System.nanoTime();
            ImportClient client = new ImportClient(url);
            client.awaitEnd(client.startUpload(zip));
            out.printf("imported %d descriptions in %.0f s%n", library.count(), (System.nanoTime() - begin) / 1e9);
            Files.delete(zip);
        }
        if (total(url, "/api/devices?size=1") < devices) {
            for (int i = 0; i < devices; i++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/devices/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"device_id\":\"bench-" + i + "\",\"name\":\"Sensor " + i
                                + "\",\"iolink\":{\"vendor_id\":65000,\"device_id\":" + (i + 1) + "}}"))
                        .build();
                http.send(request, HttpResponse.BodyHandlers.discarding());
            }
            out.printf("registered %d devices%n", devices);
        }
    }

    private HttpResponse<String> get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private long total(String url, String path) throws Exception {
        return get(url + path).headers().firstValueAsLong("X-Total-Count").orElse(0);
    }

    /** Paths by kind: what people look at is a part of the whole, here a thousand things of each kind. */
    private Map<String, LongFunction<String>> kinds(String url) throws Exception {
        List<String> ids = new ArrayList<>();
        Pattern id = Pattern.compile("\\{\"id\":(\\d+)");
        for (int page = 1; page <= Math.max(1, devices / 500); page++) {
            Matcher found = id.matcher(get(url + "/api/iodd?size=500&page=" + page).body());
            while (found.find()) {
                ids.add(found.group(1));
            }
        }
        int pages = Math.max(1, Math.min(devices, library.count()) / PAGE);
        Map<String, LongFunction<String>> kinds = new LinkedHashMap<>();
        kinds.put("IODD list", number -> "/api/iodd?size=" + PAGE + "&page=" + (1 + mixed(number, pages)));
        kinds.put("IODD detail", number -> "/api/iodd/" + ids.get(mixed(number, ids.size())));
        kinds.put("device list", number -> "/api/devices?size=" + PAGE + "&page=" + (1 + mixed(number, pages)));
        kinds.put("device detail", number -> "/api/devices/bench-" + mixed(number, devices));
        return kinds;
    }

    /** The same sequence in each run, in no order. */
    private static int mixed(long number, int size) {
        return (int) Long.remainderUnsigned((number + 1) * 0x9E3779B97F4A7C15L >>> 20, size);
    }

    private Map<String, Row> measure(Map<String, LongFunction<String>> kinds, boolean cache) throws Exception {
        Map<String, HttpLoad.Outcome> fixed = new LinkedHashMap<>();
        Map<String, HttpLoad.Outcome> most = new LinkedHashMap<>();
        ServiceProcess service = service(cache, postgres.port());
        try {
            service.start();
            service.awaitReady(START);
            for (Map.Entry<String, LongFunction<String>> kind : kinds.entrySet()) {
                new HttpLoad(service.url(), SATURATING_CLIENTS).saturated(kind.getValue(), warmUp);
                fixed.put(kind.getKey(), new HttpLoad(service.url(), CLIENTS).open(kind.getValue(), rate, seconds));
                most.put(kind.getKey(), new HttpLoad(service.url(), SATURATING_CLIENTS).saturated(kind.getValue(),
                        seconds));
            }
        } finally {
            service.stop(STOP);
        }
        Map<String, Double> statements = count(kinds, cache);
        Map<String, Row> rows = new LinkedHashMap<>();
        kinds.keySet().forEach(
                kind -> rows.put(kind, new Row(fixed.get(kind), most.get(kind), statements.get(kind))));
        return rows;
    }

    /** Statements by 1,000 requests of each kind, after as many that nobody counts. */
    private Map<String, Double> count(Map<String, LongFunction<String>> kinds, boolean cache) throws Exception {
        Map<String, Double> counts = new LinkedHashMap<>();
        try (StatementCounter counter = new StatementCounter(postgres.port())) {
            ServiceProcess service = service(cache, counter.port());
            try {
                service.start();
                service.awaitReady(START);
                for (Map.Entry<String, LongFunction<String>> kind : kinds.entrySet()) {
                    for (int round = 0; round < 3; round++) {
                        new HttpLoad(service.url(), 4).open(kind.getValue(), COUNTED / 5, Duration.ofSeconds(5));
                    }
                    long before = counter.statements();
                    new HttpLoad(service.url(), 4).open(kind.getValue(), COUNTED / 5, Duration.ofSeconds(5));
                    counts.put(kind.getKey(), (double) (counter.statements() - before));
                }
            } finally {
                service.stop(STOP);
            }
        }
        return counts;
    }

    private void report(Map<String, Row> without, Map<String, Row> with) {
        out.printf(
                "%n| request | cache | answered/s of %d | p50 | p99 | p99.9 | failed | most/s | p99 then | statements for %d "
                        + "requests | octets |%n|---|---|---|---|---|---|---|---|---|---|---|%n",
                rate, COUNTED);
        without.forEach((kind, row) -> {
            print(kind, "without", row);
            print(kind, "with", with.get(kind));
        });
        without.forEach((kind, row) -> out.printf("%s: %.1f times as many a second, %.1f %% fewer statements%n", kind,
                with.get(kind).most().rate() / row.most().rate(),
                100 - 100 * with.get(kind).statements() / row.statements()));
    }

    private void print(String kind, String cache, Row row) {
        LatencySummary fixed = row.fixed().latency();
        out.printf("| %s | %s | %.0f | %.1f ms | %.1f ms | %.1f ms | %d | %.0f | %.1f ms | %.0f | %.0f |%n", kind,
                cache,
                row.fixed().rate(), fixed.p50() / 1e3, fixed.p99() / 1e3, fixed.p999() / 1e3,
                row.fixed().failed() + row.most().failed(),
                row.most().rate(), row.most().latency().p99() / 1e3, row.statements(), row.fixed().bytes());
    }
}
