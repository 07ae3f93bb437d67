package io.greenstack.localstack.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An MQTT broker for {@code @WithTestResource}; one for the whole test JVM, since Quarkus has no container for it. */
public final class MqttResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestServers.mqtt().getConfiguration();
    }

    /** The server serves the following tests too and stops with the JVM. */
    @Override
    public void stop() {
        // nothing of this resource's own to release
    }
}
