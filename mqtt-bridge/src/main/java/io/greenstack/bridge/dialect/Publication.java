package io.greenstack.bridge.dialect;

import java.time.Instant;
import java.util.Objects;

/**
 * A message that a dialect wants published.
 *
 * @param topic full topic name
 * @param payload octets
 * @param qos quality of service, 0 to 2
 * @param retain whether the broker keeps it for later subscribers
 * @param traceparent W3C trace context to send with it, null for none
 * @param time of what it says, null if that has none
 */
public record Publication(String topic, byte[] payload, int qos, boolean retain, String traceparent, Instant time) {

    public Publication {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(payload, "payload");
    }

    /** A publication without a trace context and a time. */
    public Publication(String topic, byte[] payload, int qos, boolean retain) {
        this(topic, payload, qos, retain, null, null);
    }

    /** The same in a trace. */
    public Publication in(String trace) {
        return new Publication(topic, payload, qos, retain, trace, time);
    }
}
