package io.greenstack.bridge.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.bridge.command.ResponseHandler;
import io.greenstack.bridge.dialect.DialectHandler;
import io.greenstack.bridge.dialect.Dialects;
import io.greenstack.bridge.event.EventHandler;
import io.greenstack.bridge.registration.RegistrationHandler;
import io.greenstack.bridge.shadow.ReportHandler;
import io.greenstack.bridge.status.StatusHandler;
import io.greenstack.bridge.telemetry.TelemetryHandler;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.IngressStatus;
import io.greenstack.edge.mqtt.MqttConnectionSettings;
import io.greenstack.edge.mqtt.MqttIngress;
import io.greenstack.edge.mqtt.TelemetryTopics;
import io.greenstack.platform.config.MqttConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Opens the lanes when the service starts; when it stops, lets each finish and acknowledge what it holds. */
@Singleton
public class Lanes {

    private final Map<Lane, MqttIngress> ingresses = new EnumMap<>(Lane.class);
    private final Map<Lane, BatchHandler> handlers = new EnumMap<>(Lane.class);
    private final Duration drainTimeout;

    @Inject
    Lanes(Vertx vertx, MqttConfig config, Topics topics, TelemetryTopics telemetryTopics, MessageLedger ledger,
            MeterRegistry metrics, TelemetryHandler telemetry, StatusHandler status, RegistrationHandler registration,
            ReportHandler reports, EventHandler events, ResponseHandler responses, Dialects dialects,
            DialectHandler dialect) {
        this.drainTimeout = config.ingress().drainTimeout();
        handlers.putAll(Map.of(Lane.TELEMETRY, telemetry, Lane.STATUS, status, Lane.CONTROL, registration, Lane.CONFIG,
                reports, Lane.EVENTS, events, Lane.RESPONSES, responses, Lane.DIALECT, dialect));
        handlers.replaceAll((lane, handler) -> serial(handler));
        MqttConnectionSettings connection = IngressSettings.connection(config);
        for (Lane lane : Lane.values()) {
            List<String> filters = switch (lane) {
                case TELEMETRY -> telemetryTopics.filters();
                case DIALECT -> dialects.filters();
                default -> List.of(topics.filter(lane.kind(), config.sharedGroup().orElse(null)));
            };
            if (filters.isEmpty()) {
                continue;
            }
            MqttIngress ingress = new MqttIngress(vertx, withClientId(connection, lane),
                    lane.limits(IngressSettings.limits(config.ingress())), filters, handlers.get(lane), ledger);
            ingress.bindTo(metrics, Tags.of("lane", lane.label()));
            ingresses.put(lane, ingress);
        }
    }

    void start(@Observes StartupEvent event) {
        ingresses.values().forEach(MqttIngress::start);
    }

    /** Before everything that the handlers need is taken down. */
    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        List<Thread> stopping = new ArrayList<>();
        for (MqttIngress ingress : ingresses.values()) {
            Thread thread = new Thread(() -> ingress.stop(drainTimeout), "lane-stop");
            thread.start();
            stopping.add(thread);
        }
        for (Thread thread : stopping) {
            thread.join(drainTimeout.plusSeconds(5).toMillis());
        }
    }

    /** What each lane is doing. */
    public Map<Lane, IngressStatus> status() {
        Map<Lane, IngressStatus> status = new EnumMap<>(Lane.class);
        ingresses.forEach((lane, ingress) -> status.put(lane, ingress.status()));
        return status;
    }

    /** The handler of the lane that takes this kind of topic; that of telemetry where none does. */
    BatchHandler handler(TopicKind kind) {
        for (Lane lane : Lane.values()) {
            if (lane.kind() == kind) {
                return handlers.get(lane);
            }
        }
        return handlers.get(Lane.TELEMETRY);
    }

    /** The handler of a lane. */
    BatchHandler handler(Lane lane) {
        return handlers.get(lane);
    }

    /** Lanes handle one batch at a time; so do replays, which come from a thread of their own. */
    private static BatchHandler serial(BatchHandler handler) {
        ReentrantLock turn = new ReentrantLock();
        return batch -> {
            turn.lockInterruptibly();
            try {
                return handler.handle(batch);
            } finally {
                turn.unlock();
            }
        };
    }

    private static MqttConnectionSettings withClientId(MqttConnectionSettings c, Lane lane) {
        return new MqttConnectionSettings(c.host(), c.port(), c.clientId() + "-" + lane.label(), c.username(),
                c.password(), c.tls(), c.trustCertificate(), c.keepAlive(), c.connectTimeout(), c.maxMessageBytes(),
                c.backoffMin(), c.backoffMax());
    }
}
