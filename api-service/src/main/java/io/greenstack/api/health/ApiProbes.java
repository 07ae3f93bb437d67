package io.greenstack.api.health;

import java.sql.Connection;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.greenstack.api.telemetry.TelemetryStore;
import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
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
        return new CachedProbe(DATABASE, true, Duration.ofSeconds(1), () -> {
            try (Connection connection = database.getConnection()) {
                return connection.isValid(SECONDS) ? null : "no answer";
            }
        });
    }

    @Produces
    @Singleton
    DependencyProbe redis(RedisPipeline redis) {
        return new CachedProbe(REDIS, false, Duration.ofSeconds(1), () -> {
            redis.send(Request.cmd(Command.PING)).await().atMost(Duration.ofSeconds(3));
            return null;
        });
    }

    @Produces
    @Singleton
    DependencyProbe store(TelemetryStore store) {
        return new CachedProbe(STORE, false, Duration.ofSeconds(2), store::trouble);
    }
}
