package io.greenstack.api.health;

import java.sql.Connection;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.api.telemetry.TelemetryStore;
import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/**
 * What the service depends on. Without PostgreSQL it can answer nothing. Without Redis there are no live values, but the
 * catalog, the registry and the history work; without the time-series store only the history is missing.
 */
class ApiProbes {

    /** Name of the dependency that the service cannot do without. */
    static final String DATABASE = "database";
    private static final String REDIS = "redis";
    private static final String STORE = "telemetry-store";
    private static final int SECONDS = 2;

    @Produces
    @Singleton
    DependencyProbe database(DataSource database) {
        return new CachedProbe(DATABASE, Duration.ofSeconds(1), () -> {
            try (Connection connection = database.getConnection()) {
                return connection.isValid(SECONDS)
                        ? DependencyState.up(DATABASE)
                        : DependencyState.down(DATABASE, "no answer");
            }
        })::state;
    }

    @Produces
    @Singleton
    DependencyProbe redis(RedisPipeline redis) {
        CachedProbe probe = new CachedProbe(REDIS, Duration.ofSeconds(1), () -> {
            redis.send(Request.cmd(Command.PING)).await().atMost(Duration.ofSeconds(3));
            return DependencyState.up(REDIS);
        });
        return () -> probe.state().optional();
    }

    @Produces
    @Singleton
    DependencyProbe store(TelemetryStore store) {
        CachedProbe probe = new CachedProbe(STORE, Duration.ofSeconds(2), () -> {
            store.ping();
            return DependencyState.up(STORE);
        });
        return () -> probe.state().optional();
    }
}
