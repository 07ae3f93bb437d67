package io.greenstack.loadtest.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.FreezableRelay;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;

/**
 * Two packaged api-services on one PostgreSQL and one Redis. Each reaches Redis through a relay of its own, so that it can lose
 * Redis alone.
 */
public final class ApiPair implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres;
    private final EmbeddedRedis redis;
    private final FreezableRelay firstRelay;
    private final FreezableRelay secondRelay;
    private final ServiceProcess first;
    private final ServiceProcess second;

    /**
     * @param root of the repository
     * @param work folder for data and logs
     * @param heap of each service, as {@code -Xmx} takes it
     */
    public ApiPair(Path root, Path work, String heap) throws IOException {
        Files.createDirectories(work);
        postgres = new EmbeddedPostgres(ServerSettings.forTests("race-postgres"));
        redis = new EmbeddedRedis(ServerSettings.forTests("race-redis"));
        postgres.start();
        redis.start();
        firstRelay = new FreezableRelay(redis.port());
        firstRelay.open();
        secondRelay = new FreezableRelay(redis.port());
        secondRelay.open();
        first = service("api-1", root, work, firstRelay.port(), heap);
        second = service("api-2", root, work, secondRelay.port(), heap);
    }

    private ServiceProcess service(String name, Path root, Path work, int redisPort, String heap) {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(Map.of("QUARKUS_PROFILE", "local", "HTTP_HOST", "127.0.0.1",
                "HTTP_PORT", Integer.toString(port), "DATABASE_URL", postgres.jdbcUrl(), "DATABASE_USERNAME",
                postgres.user(), "DATABASE_PASSWORD", postgres.user(), "REDIS_URL",
                "redis://127.0.0.1:" + redisPort + "/0", "GREENSTACK_IMPORT_SPOOL", work.toString(),
                "GREENSTACK_RATE_LIMIT", "1000000"));
        environment.put("GREENSTACK_RATE_BURST", "1000000");
        environment.put("GREENSTACK_WRITE_RATE_LIMIT", "1000000");
        environment.put("GREENSTACK_WRITE_RATE_BURST", "1000000");
        environment.put("GREENSTACK_CACHE_TIMEOUT", System.getProperty("race.timeout", "50ms"));
        return new ServiceProcess(new ServiceSpec(name, ServiceSpec.packageOf(root.resolve("api-service")), work,
                work.resolve(name + ".log"), port, environment, List.of("-Xmx" + heap, "-XX:+UseSerialGC")));
    }

    /** Starts both; the first one makes the tables. */
    public void start() {
        first.start();
        first.awaitReady(START);
        second.start();
        second.awaitReady(START);
    }

    /** Addresses of both. */
    public List<String> urls() {
        return List.of(first.url(), second.url());
    }

    /** Redis, to be stopped and started. */
    EmbeddedRedis redis() {
        return redis;
    }

    /** What the second service reaches Redis through. */
    FreezableRelay relay() {
        return secondRelay;
    }

    /** Has Redis stand still for both. */
    void freeze() {
        firstRelay.freeze();
        secondRelay.freeze();
    }

    /** Has Redis go on for both. */
    void thaw() {
        firstRelay.thaw();
        secondRelay.thaw();
    }

    @Override
    public void close() {
        second.stop(STOP);
        first.stop(STOP);
        thaw();
        firstRelay.close();
        secondRelay.close();
        redis.close();
        postgres.close();
    }
}
