package io.greenstack.loadtest.search;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.greenstack.loadtest.imports.ImportClient;
import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;

/**
 * Imports made-up descriptions through a packaged api-service, then searches at a fixed rate. Latency counts from the time at
 * which a query was due. Prints percentiles for each kind of query, sizes of the index, and the time to build it anew.
 *
 * <p>System properties: {@code search.count} (10000 descriptions of 70 parameters), {@code search.rate} (20 queries a second),
 * {@code search.seconds} (60), {@code search.warm-up} (20 seconds), {@code search.heap} (512m), {@code search.rebuild} (true), {@code search.folder} (a new one; one of an
 * earlier run has its descriptions).
 */
public final class SearchBenchmark {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int CLIENTS = 16;
    /** Of a table, or of all its parts. */
    private static final String SIZE = "select sum(%s(oid::regclass)) from pg_class where '%s'::regclass in (oid, "
            + "(select inhparent from pg_inherits where inhrelid = oid and relkind = 'r'))";
    private static final long POLL_MILLIS = 500;

    private final PrintStream out;
    private final Path work;
    private final SearchLibrary library = new SearchLibrary(Integer.getInteger("search.count", 10_000));
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SearchBenchmark(PrintStream out, Path work) {
        this.out = out;
        this.work = work;
    }

    public static void main(String... arguments) throws Exception {
        String folder = System.getProperty("search.folder", "");
        new SearchBenchmark(System.out, folder.isBlank()
                ? Files.createTempDirectory("greenstack-search-benchmark")
                : Files.createDirectories(Path.of(folder))).run();
    }

    private void run() throws Exception {
        Path root = Path.of(System.getProperty("greenstack.root", "")).toAbsolutePath();
        EmbeddedPostgres postgres = new EmbeddedPostgres(
                ServerSettings.lasting(work.resolve("postgres"), Ports.free()));
        EmbeddedRedis redis = new EmbeddedRedis(ServerSettings.lasting(work.resolve("redis"), Ports.free()));
        postgres.start();
        redis.start();
        ServiceProcess service = new ServiceProcess(spec(root, postgres, redis));
        try {
            service.start();
            service.awaitReady(START);
            try (Connection database = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(),
                    postgres.user())) {
                if (number(database, "select count(*) from description") < library.count()) {
                    fill(new ImportClient(service.url()));
                }
                if (Boolean.parseBoolean(System.getProperty("search.rebuild", "true"))) {
                    rebuild(service, database);
                }
                update(database, "vacuum analyze");
                sizes(database);
                measure(service.url());
            }
        } finally {
            service.stop(STOP);
            redis.stop();
            postgres.stop();
        }
    }

    private ServiceSpec spec(Path root, EmbeddedPostgres postgres, EmbeddedRedis redis) {
        int port = Ports.free();
        return new ServiceSpec("api-service", ServiceSpec.packageOf(root.resolve("api-service")), work,
                work.resolve("api-service.log"), port,
                Map.of("QUARKUS_PROFILE", "local", "HTTP_HOST", "127.0.0.1", "HTTP_PORT", Integer.toString(port),
                        "DATABASE_URL", postgres.jdbcUrl(), "DATABASE_USERNAME", postgres.user(), "DATABASE_PASSWORD",
                        postgres.user(), "REDIS_URL", "redis://127.0.0.1:" + redis.port() + "/0",
                        "GREENSTACK_IMPORT_SPOOL", work.toString(), "GREENSTACK_RATE_LIMIT", "100000"),
                List.of("-Xmx" + System.getProperty("search.heap", "512m")));
    }

    private void fill(ImportClient client) throws Exception {
        Path zip = work.resolve("library.zip");
        library.write(zip);
        long begin = System.nanoTime();
        String job = client.awaitEnd(client.startUpload(zip));
        out.printf("imported %d descriptions of %d parameters in %.1f s: %s%n", library.count(),
                SearchLibrary.PARAMETERS,
                seconds(begin), job.replaceAll(",?\"(results|message)\":.*", "").replaceAll(".*(\"state\":)", "$1"));
        Files.delete(zip);
    }

    /** Lets the service make the index of what is stored, as after an upgrade. */
    private void rebuild(ServiceProcess service, Connection database) throws Exception {
        service.stop(STOP);
        update(database,
                "truncate search_text, search_doc, search_name, search_description, search_word, search_part, "
                        + "search_orphan, search_orphan_word");
        long begin = System.nanoTime();
        service.start();
        while (number(database, "select count(*) from search_description") < library.count()) {
            Thread.sleep(POLL_MILLIS);
        }
        out.printf("index built anew in %.1f s, start of the service included%n", seconds(begin));
        service.awaitReady(START);
    }

    private void sizes(Connection database) throws SQLException {
        out.printf("%d different things of %d, %d words%n", number(database, "select count(*) from search_text"),
                number(database, "select sum(cardinality(text_ids)) from search_description"),
                number(database, "select count(*) from search_word"));
        for (String table : List.of("search_text", "search_doc", "search_name", "search_part", "search_description",
                "search_word")) {
            out.printf("%-20s table %6.1f MB, indexes %6.1f MB%n", table,
                    number(database, SIZE.formatted("pg_table_size", table)) / 1e6,
                    number(database, SIZE.formatted("pg_indexes_size", table)) / 1e6);
        }
        out.printf("whole database %.1f MB%n", number(database, "select pg_database_size(current_database())") / 1e6);
    }

    private void measure(String url) throws Exception {
        int rate = Integer.getInteger("search.rate", 20);
        run(url, rate, Integer.getInteger("search.warm-up", 20), 1);
        List<long[]> all = run(url, rate, Integer.getInteger("search.seconds", 60), 2);
        out.printf("%n%d queries at %d/s%n| query | p50 | p99 | max |%n|---|---|---|---|%n", all.size(), rate);
        for (int kind = 0; kind < SearchMix.KINDS.size(); kind++) {
            int wanted = kind;
            print(SearchMix.KINDS.get(kind), all.stream().filter(one -> one[0] == wanted).toList());
        }
        print("all", all);
    }

    private void print(String name, List<long[]> measured) {
        long[] times = measured.stream().mapToLong(one -> one[1]).sorted().toArray();
        if (times.length > 0) {
            out.printf("| %s | %.1f ms | %.1f ms | %.1f ms |%n", name, at(times, 0.5), at(times, 0.99),
                    times[times.length - 1] / 1e6);
        }
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.ceil(sorted.length * part)) - 1)] / 1e6;
    }

    /** Sends queries when they are due, whether or not earlier ones are answered; kind and nanoseconds of each. */
    private List<long[]> run(String url, int rate, int seconds, long seed) throws InterruptedException {
        Random random = new Random(seed);
        SearchMix mix = new SearchMix(library);
        List<SearchMix.Query> queries = IntStream.range(0, rate * seconds).mapToObj(i -> mix.query(i, random)).toList();
        long[][] measured = new long[queries.size()][];
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long begin = System.nanoTime();
        for (int client = 0; client < CLIENTS; client++) {
            clients.submit(() -> {
                for (int i = next.getAndIncrement(); i < queries.size(); i = next.getAndIncrement()) {
                    long due = begin + i * 1_000_000_000L / rate;
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                    if (!isAnswered(url + queries.get(i).path())) {
                        failed.incrementAndGet();
                    }
                    measured[i] = new long[]{queries.get(i).kind(), System.nanoTime() - due};
                }
                return null;
            });
        }
        clients.shutdown();
        clients.awaitTermination(1, TimeUnit.HOURS);
        if (failed.get() > 0) {
            out.printf("%d queries failed%n", failed.get());
        }
        return new ArrayList<>(Arrays.asList(measured));
    }

    private boolean isAnswered(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void update(Connection database, String text) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(text);
        }
    }
}
