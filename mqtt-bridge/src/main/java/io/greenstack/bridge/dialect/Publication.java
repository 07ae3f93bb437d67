package io.greenstack.bridge.dialect;

import java.util.Objects;

/**
 * A message that a dialect wants published.
 *
 * @param topic full topic name
 * @param payload octets
 * @param qos quality of service, 0 to 2
 * @param retain whether the broker keeps it for later subscribers
 */
public record Publication(String topic, byte[] payload, int qos, boolean retain) {

    public Publication {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(payload, "payload");
    }
}
