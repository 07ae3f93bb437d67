package io.greenstack.ingestion.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import io.greenstack.core.message.Topics;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.Intake;
import io.greenstack.edge.intake.TelemetryTopics;
import io.greenstack.edge.sink.Sink;
import io.greenstack.edge.sink.SinkChain;
import io.greenstack.edge.sink.SinkLane;
import io.greenstack.edge.sink.Strangers;
import io.greenstack.ingestion.influx.LineStore;
import io.greenstack.ingestion.kafka.KafkaBeans;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.health.CachedProbe;
import io.greenstack.platform.health.DependencyProbe;
import io.greenstack.platform.layout.LayoutSource;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.unregistered.UnregisteredSettings;
import io.greenstack.platform.unregistered.UnregisteredStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The lane of this service, and what else it depends on than every edge service. */
// the naming strategy of the configuration is made by its name at the start
@RegisterForReflection(targets = PropertyNamingStrategies.SnakeCaseStrategy.class)
class IngestionBeans {

    private static final String STORE = "influxdb";

    @Produces
    @Singleton
    SinkLane lane(Sink store, KafkaBeans kafka, BreakerRegistry breakers, MeterRegistry metrics, MqttConfig config,
            Topics topics, TelemetryTopics telemetryTopics, DeviceTimes times, LayoutSource layouts,
            UnregisteredStore unregistered, UnregisteredSettings limits, Intake intake) {
        Sink sink = kafka.sink(breakers, metrics).<Sink>map(second -> new SinkChain(List.of(store, second)))
                .orElse(store);
        return new SinkLane(sink, config, topics, telemetryTopics, times, layouts,
                new Strangers(unregistered, limits, InstantSource.system(), metrics), intake);
    }

    /** Time-series store: required. Asked by ping, since compatible servers have no health endpoint. */
    @Produces
    @Named(STORE)
    @ApplicationScoped
    DependencyProbe store(LineStore store) {
        return new CachedProbe(STORE, true, Duration.ofSeconds(2), () -> store.ping() ? null : "no answer to ping");
    }
}
