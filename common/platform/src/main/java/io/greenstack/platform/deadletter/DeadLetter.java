package io.greenstack.platform.deadletter;

import java.time.Instant;
import java.util.Objects;

import io.greenstack.core.message.InboundMessage;

/**
 * A message that can never succeed.
 *
 * @param reason stable code in kebab-case; one of a small set, because it is a metric tag
 * @param detail what exactly was wrong, for people; may be empty
 * @param topic MQTT topic it came on, or was to go to
 * @param qos its quality of service, 0 to 2
 * @param payload its payload, never null
 * @param deviceId device of the topic, null if the topic names none that is valid
 * @param receivedAt when this service received it; for a message of ours, when it was given up
 * @param traceparent W3C trace context under which it was handled, null if there is none
 * @param replayOf id of the dead letter whose replay failed again, null if it failed for the first time
 * @param retained whether the broker sent it because it had kept it; of a message of ours, whether the broker is to keep it
 * @param outgoing how it was to be published, null if it came from the broker
 */
public record DeadLetter(String reason, String detail, String topic, int qos, byte[] payload, String deviceId,
        Instant receivedAt, String traceparent, String replayOf, boolean retained, Outgoing outgoing) {

    /**
     * What else is needed to publish a message of ours.
     *
     * @param id what its sender knows it by
     * @param expiresAt after this it is not published any more, null = never
     * @param receipt whether its sender wants to know what becomes of it
     */
    public record Outgoing(String id, Instant expiresAt, boolean receipt) {}

    /** A message that came from the broker, whether just now or as a replay. */
    public DeadLetter(String reason, String detail, InboundMessage message, String deviceId, String traceparent) {
        this(reason, detail, message.topic(), message.qos(), message.payload(), deviceId, message.receivedAt(),
                traceparent, message.replayOf(), message.retained(), null);
    }

    /** A message that came from the broker. */
    public DeadLetter(String reason, String detail, String topic, int qos, byte[] payload, String deviceId,
            Instant receivedAt, String traceparent) {
        this(reason, detail, topic, qos, payload, deviceId, receivedAt, traceparent, null, false, null);
    }

    public DeadLetter {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(receivedAt, "receivedAt");
        detail = detail == null ? "" : detail;
    }
}
