package io.greenstack.ingestion.kafka;

import java.util.HashMap;
import java.util.Map;

import io.greenstack.localstack.testing.TestServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Switches Kafka on, with a broker for the whole test JVM and less patience than in a plant. */
public class KafkaResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(TestServers.kafka().getConfiguration());
        settings.putAll(Map.of("greenstack.kafka.delivery-timeout", "5s", "greenstack.kafka.request-timeout", "2s",
                "greenstack.breaker.kafka.open-for", "500ms", "greenstack.mqtt.client-id", "kafka-test"));
        return settings;
    }

    /** The broker stops with the JVM. */
    @Override
    public void stop() {
        // nothing of this resource's own to release
    }
}
