package io.greenstack.bridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A message over which the bridge or the api-service fails is set aside, and its lane goes on. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class PoisonedLanesTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    RedisView redis;
    @Inject
    BreakerRegistry breakers;
    @Inject
    MessageLedger ledger;

    private final String device = Broker.device("poison");
    private MqttTestClient client;

    @BeforeEach
    void connect() {
        breakers.reset("api");
        client = Broker.connect();
    }

    @AfterEach
    void disconnect() {
        client.close();
        breakers.reset("api");
        await().atMost(LIMIT).until(() -> ledger.snapshot().inFlight() == 0);
        assertThat(ledger.snapshot().balanced()).isTrue();
    }

    @Test
    void telemetry() {
        publish("telemetry", "{\"a\":1}", "{\"explode\":1}", "{\"b\":2}");

        await().atMost(LIMIT).until(() -> redis.value(device, "a") != null && redis.value(device, "b") != null);
        assertSetAside("{\"explode\":1}");
        assertThat(redis.deadLetters().stream().filter(letter -> device.equals(letter.get("device_id"))))
                .allMatch(letter -> letter.get("detail")
                        .equals("java.lang.IllegalStateException: A defect of a handler"));
    }

    @Test
    void status() {
        publish("status", "{\"state\":\"connected\",\"explode\":1}", "{\"state\":\"connected\"}");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(redis.hash("device:shadow:" + device))
                .containsEntry("connection_state", "connected"));
        assertSetAside("{\"state\":\"connected\",\"explode\":1}");
    }

    @Test
    void registrations() {
        publish("register", "{\"name\":\"explode\"}", "{\"name\":\"fine\"}");

        await().atMost(LIMIT).until(() -> ApiStub.requests(device).size() == 1);
        assertSetAside("{\"name\":\"explode\"}");
    }

    @Test
    void dialects() {
        client.publish("ifm/" + device, "explode");
        client.publish("ifm/" + device,
                "{\"data\":{\"iolinkmaster/port[1]/iolinkdevice/pdin\":{\"code\":200,\"data\":\"00\"}}}");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(redis.hash("device:shadow:" + device + ":1"))
                .containsEntry("connection_state", "connected"));
        assertThat(redis.deadLetters()).anySatisfy(letter -> assertThat(letter)
                .containsEntry("topic", "ifm/" + device).containsEntry("reason", "internal-error"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"register | {\"name\":\"fail500\"} | {\"name\":\"fine\"}",
            "events | {\"code\":55555} | {\"code\":7}",
            "config/reported | {\"fail500\":1} | {\"fine\":1}",
            "commands/response | {\"command_id\":\"fail500\"} | {\"command_id\":\"fine\"}"})
    void theApiFailsOverOneMessage(String topic, String poison, String fine) {
        publish(topic, poison, fine);

        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            client.publish("devices/" + device + "-other/" + topic, fine);
            assertSetAside(poison);
        });
        await().atMost(LIMIT).until(() -> ApiStub.requests(device).stream()
                .anyMatch(
                        request -> !request.get("body").contains("55555") && !request.get("body").contains("fail500")));
    }

    private void assertSetAside(String payload) {
        assertThat(redis.deadLetters(device)).isEqualTo(Map.of(payload, "internal-error"));
    }

    private void publish(String topic, String... payloads) {
        for (String payload : payloads) {
            client.publish("devices/" + device + "/" + topic, payload);
        }
    }
}
