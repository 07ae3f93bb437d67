package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.Optional;

/** Settings of connections for tests. */
final class TestSettings {

    private TestSettings() {}

    /** A plain connection with the default times. */
    static MqttConnectionSettings plain(String host, int port, String clientId) {
        return new MqttConnectionSettings(host, port, clientId, Optional.empty(), Optional.empty(), false,
                Optional.empty(), Duration.ofSeconds(30), Duration.ofSeconds(10), 1 << 20, Duration.ofMillis(500),
                Duration.ofSeconds(30));
    }

    /** Strictly serial: one batch at a time, so order per device is kept. */
    static IngressLimits serial(int queueMessages, int batchMessages, Duration linger) {
        return new IngressLimits(queueMessages, 64L << 20, batchMessages, linger, 1, Duration.ofMillis(200),
                Duration.ofSeconds(10));
    }
}
