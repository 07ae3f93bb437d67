package io.greenstack.bridge.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.greenstack.bridge.outbound.OutboundReplays;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.deadletter.DeadLetterReplayer;
import io.greenstack.edge.deadletter.ReplayHandler;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.mqtt.BatchHandler;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.edge.mqtt.TelemetryTopics;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.DeadLetterSettings;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.greenstack.platform.redis.RedisPipeline;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Dead letters of the bridge that operators replay: each goes to the handler of the lane of its topic, messages of ours to the
 * queue of those that are to be published.
 */
@Singleton
class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);

    private final Lanes lanes;
    private final Topics topics;
    private final TelemetryTopics telemetryTopics;
    private final OutboundReplays outbound;
    private final DeadLetterReplayer replayer;
    /** One for each lane, so that a batch has one share for it; used by the thread of the replayer alone. */
    private final Map<BatchHandler, ReplayHandler> ofLanes = new HashMap<>();
    private final Duration drainTimeout;

    @Inject
    Replays(Lanes lanes, OutboundReplays outbound, Topics topics, TelemetryTopics telemetryTopics, RedisPipeline redis,
            DeadLetterSettings settings, MqttConfig mqtt, MessageLedger ledger, MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.lanes = lanes;
        this.outbound = outbound;
        this.topics = topics;
        this.telemetryTopics = telemetryTopics;
        this.drainTimeout = mqtt.ingress().drainTimeout();
        this.replayer = new DeadLetterReplayer(redis, settings, service, mqtt.clientId(), this::handle, ledger,
                metrics);
    }

    void start(@Observes StartupEvent event) {
        replayer.start();
    }

    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        replayer.stop(drainTimeout);
    }

    /** A handler that has to wait keeps its own messages back, not those of the others. */
    private List<Outcome> handle(List<StoredDeadLetter> batch) throws InterruptedException {
        Map<ReplayHandler, List<Integer>> shares = new LinkedHashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            shares.computeIfAbsent(handler(batch.get(i).letter()), key -> new ArrayList<>()).add(i);
        }
        Outcome[] outcomes = new Outcome[batch.size()];
        Arrays.fill(outcomes, Outcome.RETRY);
        for (Map.Entry<ReplayHandler, List<Integer>> share : shares.entrySet()) {
            try {
                List<Outcome> part = share.getKey().handle(share.getValue().stream().map(batch::get).toList());
                for (int i = 0; i < part.size(); i++) {
                    outcomes[share.getValue().get(i)] = part.get(i);
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                LOG.infof("%d replayed dead letters have to wait: %s", share.getValue().size(), e.getMessage());
            }
        }
        return Arrays.asList(outcomes);
    }

    private ReplayHandler handler(DeadLetter letter) {
        return OutboundReplays.concerns(letter)
                ? outbound
                : ofLanes.computeIfAbsent(lane(letter.topic()), ReplayHandler::of);
    }

    private BatchHandler lane(String topic) {
        try {
            return lanes.handler(topics.parse(topic).kind());
        } catch (PayloadException e) {
            return lanes.handler(telemetry(topic) ? Lane.TELEMETRY : Lane.DIALECT);
        }
    }

    /** Masters publish process data on topics of their own. */
    private boolean telemetry(String topic) {
        try {
            telemetryTopics.device(topic);
            return true;
        } catch (PayloadException e) {
            return !RejectReason.UNKNOWN_TOPIC.equals(e.reason());
        }
    }
}
