package io.greenstack.ingestion.platform;

import java.time.Duration;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.greenstack.edge.deadletter.DeadLetterReplayer;
import io.greenstack.ingestion.telemetry.TelemetryHandler;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.deadletter.DeadLetterSettings;
import io.greenstack.platform.redis.RedisPipeline;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Dead letters of this service that operators replay. */
@Singleton
class Replays {

    private final DeadLetterReplayer replayer;
    private final Duration drainTimeout;

    @Inject
    Replays(IngestionService service, TelemetryHandler handler, RedisPipeline redis, DeadLetterSettings settings,
            MqttConfig mqtt, MeterRegistry metrics, @ConfigProperty(name = "quarkus.application.name") String name) {
        this.drainTimeout = mqtt.ingress().drainTimeout();
        this.replayer = service.replayer(redis, settings, name, handler, metrics);
    }

    void start(@Observes StartupEvent event) {
        replayer.start();
    }

    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        replayer.stop(drainTimeout);
    }
}
