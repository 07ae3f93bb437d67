package io.greenstack.core.message;

import java.time.Instant;

/**
 * One PUBLISH packet as it arrived.
 *
 * @param topic topic name, never a filter
 * @param payload application bytes; not copied, so handlers must not change them
 * @param qos 0 or 1; the ingress subscribes with QoS 1, so the broker never delivers 2
 * @param retained whether the broker sent it because it was retained, not because it was published just now
 * @param duplicate the DUP flag: an earlier delivery may already have been handled (MQTT 3.1.1, 3.3.1.1)
 * @param receivedAt arrival time, stamped once; it stays the same when the handler sees the message again after
 *        a retry and when it is replayed as a dead letter
 * @param replayOf id of the dead letter it is replayed from, null if it comes from the broker
 * @param traceparent W3C trace context in its user properties (MQTT 5) as it came, null if there is none; in MQTT 3.1.1 only the
 *        payload can carry one
 */
public record InboundMessage(String topic, byte[] payload, int qos, boolean retained, boolean duplicate,
        Instant receivedAt, String replayOf, String traceparent) {

    /** A message without a trace context. */
    public InboundMessage(String topic, byte[] payload, int qos, boolean retained, boolean duplicate,
            Instant receivedAt, String replayOf) {
        this(topic, payload, qos, retained, duplicate, receivedAt, replayOf, null);
    }

    /** A message from the broker without a trace context. */
    public InboundMessage(String topic, byte[] payload, int qos, boolean retained, boolean duplicate,
            Instant receivedAt) {
        this(topic, payload, qos, retained, duplicate, receivedAt, null, null);
    }
}
