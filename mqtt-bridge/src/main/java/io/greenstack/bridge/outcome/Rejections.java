package io.greenstack.bridge.outcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.deadletter.DeadLetters;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.edge.mqtt.TelemetryTopics;
import io.greenstack.platform.deadletter.DeadLetter;

/**
 * Collects the outcomes of a batch and stores its dead letters in one round trip before any of them is acknowledged.
 * While they cannot be stored, their messages are retried.
 */
@Singleton
public class Rejections {

    private static final Logger LOG = Logger.getLogger(Rejections.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final DeadLetters deadLetters;
    private final Topics topics;
    private final TelemetryTopics telemetryTopics;

    @Inject
    Rejections(DeadLetters deadLetters, Topics topics, TelemetryTopics telemetryTopics) {
        this.deadLetters = deadLetters;
        this.topics = topics;
        this.telemetryTopics = telemetryTopics;
    }

    /** Begins the accounting of a batch. */
    public Batch begin(List<InboundMessage> batch, String traceparent) {
        return new Batch(batch, traceparent);
    }

    /** The accounting of one batch; not thread-safe. A message of which nothing is said is retried. */
    public final class Batch {

        private final List<InboundMessage> messages;
        private final String traceparent;
        private final Outcome[] outcomes;
        private final List<DeadLetter> letters = new ArrayList<>();

        private Batch(List<InboundMessage> messages, String traceparent) {
            this.messages = messages;
            this.traceparent = traceparent;
            this.outcomes = new Outcome[messages.size()];
            Arrays.fill(outcomes, Outcome.RETRY);
        }

        /** The message is stored. */
        public void written(int index) {
            outcomes[index] = Outcome.WRITTEN;
        }

        /** The message has to wait. */
        public void retry(int index) {
            outcomes[index] = Outcome.RETRY;
        }

        /** The message can never succeed; only the first reason counts. */
        public void reject(int index, String reason, String detail) {
            if (outcomes[index] == Outcome.DEAD_LETTERED) {
                return;
            }
            InboundMessage message = messages.get(index);
            letters.add(new DeadLetter(reason, detail, message, deviceId(message.topic()), traceparent));
            outcomes[index] = Outcome.DEAD_LETTERED;
        }

        /** Stores the dead letters; the outcomes then hold. */
        public List<Outcome> finish() {
            if (!letters.isEmpty()) {
                try {
                    deadLetters.write(letters).await().atMost(LIMIT);
                } catch (RuntimeException e) {
                    LOG.debugf("%d dead letters wait: %s", letters.size(), e.toString());
                    for (int i = 0; i < outcomes.length; i++) {
                        outcomes[i] = outcomes[i] == Outcome.DEAD_LETTERED ? Outcome.RETRY : outcomes[i];
                    }
                }
            }
            return List.of(outcomes);
        }
    }

    private String deviceId(String topic) {
        try {
            return topics.parse(topic).deviceId().value();
        } catch (PayloadException e) {
            return telemetryDeviceId(topic);
        }
    }

    /** IO-Link masters have topics of their own. */
    private String telemetryDeviceId(String topic) {
        try {
            return telemetryTopics.device(topic).value();
        } catch (PayloadException e) {
            return null;
        }
    }
}
