package io.greenstack.platform.outbound;

import java.time.Instant;
import java.util.Objects;

/**
 * A message to be published over MQTT.
 *
 * @param id what the sender knows it by, not empty; the same id may be published twice, never lost
 * @param topic full topic name, without wildcards
 * @param payload octets, empty to clear a retained message
 * @param qos quality of service, 0 to 2
 * @param retain whether the broker keeps it for later subscribers
 * @param expiresAt after this it is not published any more, null = never
 * @param traceparent W3C trace context of the request behind it, null if there is none
 * @param receipt whether the sender wants to know that the broker has taken it, or will never take it; while such a message
 *        waits, appending one with the same id again does nothing
 * @param replayOf id of the dead letter it is replayed from, null if it is no replay
 */
public record OutboundMessage(String id, String topic, byte[] payload, int qos, boolean retain, Instant expiresAt,
        String traceparent, boolean receipt, String replayOf) {

    public OutboundMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(payload, "payload");
        if (qos < 0 || qos > 2) {
            throw new IllegalArgumentException("QoS must be 0, 1 or 2 but is " + qos);
        }
    }

    /** A message without a receipt. */
    public OutboundMessage(String id, String topic, byte[] payload, int qos, boolean retain, Instant expiresAt,
            String traceparent) {
        this(id, topic, payload, qos, retain, expiresAt, traceparent, false, null);
    }

    /** A message that is no replay. */
    public OutboundMessage(String id, String topic, byte[] payload, int qos, boolean retain, Instant expiresAt,
            String traceparent, boolean receipt) {
        this(id, topic, payload, qos, retain, expiresAt, traceparent, receipt, null);
    }
}
