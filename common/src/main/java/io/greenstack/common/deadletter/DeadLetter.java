package io.greenstack.common.deadletter;

import java.time.Instant;
import java.util.Objects;

/**
 * A message that can never succeed.
 *
 * @param reason stable code in kebab-case; one of a small set, because it is a metric tag
 * @param detail what exactly was wrong, for people; may be empty
 * @param topic MQTT topic it came on
 * @param qos its quality of service, 0 to 2
 * @param payload its payload, never null
 * @param deviceId device of the topic, null if the topic names none that is valid
 * @param receivedAt when this service received it
 * @param traceparent W3C trace context under which it was handled, null if there is none
 * @param replayOf id of the dead letter whose replay failed again, null if the message came from the broker
 */
public record DeadLetter(String reason, String detail, String topic, int qos, byte[] payload, String deviceId,
        Instant receivedAt, String traceparent, String replayOf) {

    /** A message that came from the broker. */
    public DeadLetter(String reason, String detail, String topic, int qos, byte[] payload, String deviceId,
            Instant receivedAt, String traceparent) {
        this(reason, detail, topic, qos, payload, deviceId, receivedAt, traceparent, null);
    }

    public DeadLetter {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(receivedAt, "receivedAt");
        detail = detail == null ? "" : detail;
    }
}
