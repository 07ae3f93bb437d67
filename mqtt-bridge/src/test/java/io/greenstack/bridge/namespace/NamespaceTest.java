package io.greenstack.bridge.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;

/** Decoded values come back from the broker under topics of the plant. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class NamespaceTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisView redis;

    private final String device = "n" + UUID.randomUUID().toString().substring(0, 8);
    private final String topic = "uns/Cologne/Hall 1/Line 4/" + device + "/temperature";
    private MqttTestClient client;

    @BeforeEach
    void connect() {
        redis.command(Command.HSET, "device:info:" + device, "name", "Press", "location", "Hall 1/Line 4", "labels",
                "{\"site\":\"Cologne\"}");
        client = Broker.connect();
        client.subscribe("uns/#");
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void eachChangeOfAValueIsPublishedOnceAndKept() {
        say("{\"parameter\":\"temperature\",\"value\":21.5,\"unit\":\"C\"}");
        await().atMost(LIMIT).until(() -> values().equals(List.of(21.5)));
        say("{\"parameter\":\"temperature\",\"value\":21.5,\"unit\":\"C\"}");
        say("{\"parameter\":\"temperature\",\"value\":22.5,\"unit\":\"C\"}");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(values()).containsExactly(21.5, 22.5));
        MqttTestClient later = Broker.connect();
        try {
            later.subscribe(topic);
            await().atMost(LIMIT).until(() -> !later.received().isEmpty());
            JsonObject kept = new JsonObject(later.received().get(0).payload());
            assertThat(kept.getDouble("value")).isEqualTo(22.5);
            assertThat(kept.getString("unit")).isEqualTo("C");
            assertThat(kept.getInstant("timestamp")).isNotNull();
        } finally {
            later.close();
        }
    }

    private void say(String payload) {
        client.publish("devices/" + device + "/telemetry", payload);
    }

    private List<Double> values() {
        return client.received().stream().filter(message -> message.topic().equals(topic))
                .map(message -> new JsonObject(message.payload()).getDouble("value")).toList();
    }
}
