package io.greenstack.bridge.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.dialect.sparkplug.SparkplugWriter;
import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** The bridge is an edge node at a real broker. */
@QuarkusTest
@TestProfile(NodeOutputTest.WithNode.class)
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class NodeOutputTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String device = "s" + UUID.randomUUID().toString().substring(0, 8);
    private MqttTestClient client;

    /** Switches it on. */
    public static class WithNode implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("greenstack.sparkplug-node.group", "out", "greenstack.sparkplug-node.id", "suite",
                    "greenstack.mqtt.client-id", "node-test");
        }
    }

    @BeforeEach
    void connect() {
        client = Broker.connect();
        client.subscribe("spBv1.0/out/#");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aDeviceIsBornSpeaksAndIsBornAgainOnCommand() {
        say(21.5);
        await().atMost(LIMIT).until(() -> topics().contains("spBv1.0/out/DBIRTH/suite/" + device));
        say(22.5);
        await().atMost(LIMIT).until(() -> topics().contains("spBv1.0/out/DDATA/suite/" + device));

        int before = topics().size();
        Instant now = Instant.now();
        client.send("spBv1.0/out/NCMD/suite", SparkplugWriter.payload(now, null, List.of(
                new SparkplugWriter.Metric("Node Control/Rebirth", null, now, SparkplugWriter.BOOLEAN, true,
                        Map.of()))),
                1, false).join();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(topics().subList(before, topics().size()))
                .containsSubsequence("spBv1.0/out/NBIRTH/suite", "spBv1.0/out/DBIRTH/suite/" + device));
    }

    private void say(double value) {
        client.publish("devices/" + device + "/telemetry", "{\"parameter\":\"temperature\",\"value\":" + value + "}");
    }

    private List<String> topics() {
        return client.received().stream().map(MqttTestClient.Message::topic).toList();
    }
}
