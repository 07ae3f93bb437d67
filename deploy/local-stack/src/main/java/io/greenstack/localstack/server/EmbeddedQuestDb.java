package io.greenstack.localstack.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.questdb.ServerMain;

/**
 * QuestDB in this JVM: takes the line protocol of the InfluxDB 2 client at {@code /api/v2/write} and answers SQL at
 * {@code /exec}. The tables of the platform are created at the start, with deduplication on time and tags, so that a
 * point that is written twice is stored once.
 */
public final class EmbeddedQuestDb implements EmbeddedServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** System property that QuestDB reads the place of its log configuration from, once for each JVM. */
    private static final String LOG_PROPERTY = "out";

    private final ServerSettings settings;
    private ServerMain server;

    public EmbeddedQuestDb(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "QuestDB";
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        Folders.create(settings.folder());
        if (!Ports.isFree(settings.port())) {
            throw new ServerException("Port " + settings.port() + " of QuestDB is taken");
        }
        try {
            configureLog(settings.folder());
            ServerMain created = ServerMain.create(settings.folder().toString(), environment());
            server = created;
            created.start();
        } catch (RuntimeException | IOException e) {
            stop();
            throw new ServerException("QuestDB did not start on port " + settings.port() + ": " + e.getMessage(), e);
        }
        QuestDbSql sql = sql();
        if (!Waiting.until(START_LIMIT, sql::answers)) {
            stop();
            throw new ServerException("QuestDB does not answer on port " + settings.port());
        }
        QuestDbTables.STATEMENTS.forEach(sql::run);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QDB_HTTP_BIND_TO", HOST + ":" + settings.port());
        environment.put("QDB_HTTP_MIN_ENABLED", "false");
        environment.put("QDB_PG_ENABLED", "false");
        environment.put("QDB_LINE_TCP_ENABLED", "false");
        environment.put("QDB_TELEMETRY_ENABLED", "false");
        environment.put("QDB_TELEMETRY_DISABLE_COMPLETELY", "true");
        environment.put("QDB_METRICS_ENABLED", "false");
        environment.put("QDB_SHARED_WORKER_COUNT", "2");
        for (String pool : List.of("SHARED", "HTTP", "WAL_APPLY", "MAT_VIEW_REFRESH", "VIEW_COMPILER", "EXPORT")) {
            // else each worker that ran out of work yields 7,000 times before it rests, which starves all others of two cores
            environment.put("QDB_" + pool + "_WORKER_NAP_THRESHOLD", "20");
            environment.put("QDB_" + pool + "_WORKER_SLEEP_THRESHOLD", "1000");
        }
        environment.put("QDB_LINE_HTTP_PING_VERSION", "v2.7.4");
        environment.put("QDB_CONFIG_VALIDATION_STRICT", "false");
        if (!settings.temporary()) {
            environment.put("QDB_CAIRO_COMMIT_MODE", "sync");
        }
        return environment;
    }

    /** Warnings and worse to a file in the data folder; the default is everything to the console. */
    private static void configureLog(Path root) throws IOException {
        Path conf = Files.createDirectories(root.resolve("conf"));
        Files.createDirectories(root.resolve("log"));
        Path log = root.resolve("log").resolve("questdb.log");
        Path configuration = conf.resolve("log.conf");
        Files.write(configuration, String.join("\n",
                "writers=file",
                "w.file.class=io.questdb.log.LogFileWriter",
                "w.file.location=" + log.toString().replace('\\', '/'),
                "w.file.level=ERROR,CRITICAL,ADVISORY",
                "").getBytes(StandardCharsets.UTF_8));
        if (System.getProperty(LOG_PROPERTY) == null) {
            System.setProperty(LOG_PROPERTY, configuration.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null && !server.hasBeenClosed();
    }

    @Override
    public int port() {
        return settings.port();
    }

    /** Address for the InfluxDB client and for SQL over HTTP. */
    public String url() {
        return "http://" + HOST + ":" + settings.port();
    }

    /** SQL over the HTTP interface, for checks and maintenance. */
    public QuestDbSql sql() {
        return new QuestDbSql(url());
    }

    @Override
    public void close() {
        stop();
        if (settings.temporary()) {
            Folders.delete(settings.folder());
        }
    }
}
