package io.greenstack.ingestion.platform;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

import io.greenstack.edge.mqtt.MqttProbe;
import io.greenstack.ingestion.influx.LineStore;
import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.health.DependencyState;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** What this service depends on. */
public class Probes {

    private static final Duration TTL = Duration.ofSeconds(2);

    /** Broker: required. */
    @Produces
    @Named("mqtt")
    @ApplicationScoped
    DependencyProbe mqtt(IngestionService service) {
        return () -> MqttProbe.of(service.status());
    }

    /** Time-series store: required. Asked by ping, since compatible servers have no health endpoint. */
    @Produces
    @Named("influxdb")
    @ApplicationScoped
    DependencyProbe store(LineStore store) {
        CachedProbe probe = new CachedProbe("influxdb", TTL,
                () -> store.ping()
                        ? DependencyState.up("influxdb")
                        : DependencyState.down("influxdb", "no answer to ping"));
        return probe::state;
    }

    /** Redis: optional, since only raw process data and dead letters wait without it. */
    @Produces
    @Named("redis")
    @ApplicationScoped
    DependencyProbe redis(RedisPipeline redis) {
        CachedProbe probe = new CachedProbe("redis", TTL, () -> {
            redis.send(Request.cmd(Command.PING)).await().atMost(TTL);
            return DependencyState.up("redis");
        });
        return () -> probe.state().optional();
    }
}
