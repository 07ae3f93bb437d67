package io.greenstack.ingestion.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.edge.deadletter.DeadLetterReplayer;
import io.greenstack.edge.deadletter.ReplayHandler;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.IngressStatus;
import io.greenstack.edge.mqtt.MqttIngress;
import io.greenstack.ingestion.telemetry.TelemetryHandler;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.deadletter.DeadLetterSettings;
import io.greenstack.platform.redis.RedisPipeline;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Runs the intake from start to stop. Starts without broker, Redis or store: each is used once it is there. */
@ApplicationScoped
public class IngestionService {

    private final MqttConfig config;
    private final MessageLedger ledger = new MessageLedger();
    private final MqttIngress ingress;

    /** For the container. */
    public IngestionService(Vertx vertx, MqttConfig config, TelemetryHandler handler, MeterRegistry meters) {
        this.config = config;
        this.ingress = new MqttIngress(vertx, IngressSettings.connection(config),
                IngressSettings.limits(config.ingress()), handler.filters(), handler, ledger);
        ledger.bindTo(meters);
        ingress.bindTo(meters);
    }

    void start(@Observes StartupEvent event) {
        ingress.start();
    }

    /** Finishes what is held, acknowledges it and leaves; the broker keeps the session and what comes meanwhile. */
    void stop(@Observes ShutdownEvent event) {
        ingress.stop(config.ingress().drainTimeout());
    }

    /** Takes replays into the same ledger as messages from the broker. */
    DeadLetterReplayer replayer(RedisPipeline redis, DeadLetterSettings settings, String name, BatchHandler handler,
            MeterRegistry meters) {
        return new DeadLetterReplayer(redis, settings, name, config.clientId(), ReplayHandler.of(handler), ledger,
                meters);
    }

    /** What the intake is doing now. */
    public IngressStatus status() {
        return ingress.status();
    }

    /** Where the messages are. */
    public LedgerSnapshot ledger() {
        return ledger.snapshot();
    }

    /** Whether the intake can still make progress. */
    public boolean alive() {
        return ingress.alive();
    }
}
