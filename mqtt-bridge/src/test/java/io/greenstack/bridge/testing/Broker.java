package io.greenstack.bridge.testing;

import java.util.UUID;

import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.TestServers;

/** A device at the test broker. */
public final class Broker {

    private Broker() {}

    /** Connects as a device would. */
    public static MqttTestClient connect() {
        return MqttTestClient.connect("127.0.0.1", TestServers.mqtt().getPort(), "test-" + UUID.randomUUID());
    }

    /** A device id that no other test uses. */
    public static String device(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
