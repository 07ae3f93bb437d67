package io.greenstack.localstack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.MqttTestClient.Message;

class EmbeddedBrokerTest {

    private static final PasswordAccess ACCESS = new PasswordAccess(Map.of("bridge", "b"),
            Map.of("press.1", "p", "press.10", "q"), "devices");

    private EmbeddedBroker open;
    private EmbeddedBroker guarded;

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @BeforeEach
    void start() {
        open = new EmbeddedBroker(ServerSettings.forTests("broker"));
        guarded = new EmbeddedBroker(ServerSettings.forTests("broker"), ACCESS);
    }

    @AfterEach
    void stop() {
        open.close();
        guarded.close();
    }

    private static MqttTestClient client(EmbeddedBroker broker, String id, boolean clean, String user,
            String password) {
        return MqttTestClient.connect(EmbeddedServer.HOST, broker.port(), id, clean, user, password);
    }

    private MqttTestClient client(String id, boolean clean) {
        return client(open, id, clean, null, null);
    }

    private static List<String> payloads(MqttTestClient client) {
        return client.received().stream().map(Message::payload).toList();
    }

    @Test
    void delivers_dots_in_device_ids_and_wildcards_as_mqtt_says() {
        open.start();
        try (MqttTestClient subscriber = client("s", true); MqttTestClient publisher = client("p", true)) {
            subscriber.subscribe("devices/+/telemetry");
            publisher.publish("devices/a.b:c_d-1/telemetry", "1");
            publisher.publish("devices/a.b/x/telemetry", "2");
            publisher.publish("devices/a.b/status", "3");
            publisher.publish("devices/plain/telemetry", "4");
            await().untilAsserted(() -> assertThat(payloads(subscriber)).containsExactly("1", "4"));
            assertThat(subscriber.received().get(0).topic()).isEqualTo("devices/a.b:c_d-1/telemetry");
        }
    }

    @Test
    void a_durable_subscriber_gets_a_burst_in_the_order_of_publishing() {
        open.start();
        List<String> numbers = IntStream.range(0, 5_000).mapToObj(Integer::toString).toList();
        try (MqttTestClient subscriber = client("s", false); MqttTestClient publisher = client("p", true)) {
            subscriber.subscribe("devices/+/telemetry");
            List<CompletableFuture<?>> taken = new ArrayList<>();
            for (String number : numbers) {
                taken.add(publisher.send("devices/d/telemetry", number.getBytes(StandardCharsets.UTF_8), 1, false));
            }
            CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)).join();
            await().untilAsserted(() -> assertThat(subscriber.received()).hasSize(numbers.size()));
            assertThat(payloads(subscriber)).isEqualTo(numbers);
        }
    }

    @Test
    void a_persistent_session_gets_what_came_while_client_and_broker_were_away() {
        open.start();
        try (MqttTestClient keeper = client("keeper", false)) {
            keeper.subscribe("devices/+/telemetry");
        }
        try (MqttTestClient publisher = client("p", true)) {
            publisher.publish("devices/a/telemetry", "before");
            publisher.publishRetained("devices/a/status", "connected");
        }
        open.stop();
        open.start();
        try (MqttTestClient publisher = client("p", true)) {
            publisher.publish("devices/a/telemetry", "after");
        }
        try (MqttTestClient keeper = client("keeper", false); MqttTestClient late = client("late", true)) {
            await().untilAsserted(() -> assertThat(payloads(keeper)).containsExactly("before", "after"));
            late.subscribe("devices/+/status");
            await().untilAsserted(
                    () -> assertThat(late.received())
                            .containsExactly(new Message("devices/a/status", "connected", true)));
        }
    }

    @Test
    void a_burst_for_an_absent_session_is_complete_and_in_order() {
        open.start();
        try (MqttTestClient keeper = client("keeper", false)) {
            keeper.subscribe("devices/#");
        }
        int count = 5_000;
        try (MqttTestClient publisher = client("p", true)) {
            List<CompletableFuture<?>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sent.add(publisher.send("devices/a/telemetry", Integer.toString(i).getBytes(), 1, false));
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        }
        try (MqttTestClient keeper = client("keeper", false)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> keeper.received().size() >= count);
            assertThat(payloads(keeper)).isEqualTo(IntStream.range(0, count).mapToObj(Integer::toString).toList());
        }
    }

    @Test
    void shared_subscriptions_split_the_messages() {
        open.start();
        try (MqttTestClient one = client("one", true);
                MqttTestClient two = client("two", true);
                MqttTestClient publisher = client("p", true)) {
            one.subscribe("$share/ingest/devices/+/telemetry");
            two.subscribe("$share/ingest/devices/+/telemetry");
            for (int i = 0; i < 20; i++) {
                publisher.publish("devices/a/telemetry", Integer.toString(i));
            }
            await().until(() -> one.received().size() + two.received().size() == 20);
            assertThat(one.received()).isNotEmpty();
            assertThat(two.received()).isNotEmpty();
        }
    }

    @Test
    void wrong_or_missing_passwords_are_refused() {
        guarded.start();
        assertThatThrownBy(() -> client(guarded, "x", true, "bridge", "wrong"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> client(guarded, "x", true, null, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_device_reaches_its_own_topics_only() {
        guarded.start();
        try (MqttTestClient bridge = client(guarded, "bridge", true, "bridge", "b");
                MqttTestClient own = client(guarded, "d", true, "press.1", "p");
                MqttTestClient other = client(guarded, "e", true, "press.10", "q")) {
            bridge.subscribe("devices/#");
            own.subscribe("devices/press.1/commands");
            own.publish("devices/press.1/telemetry", "mine");
            bridge.publish("devices/press.1/commands", "go");
            await().untilAsserted(() -> assertThat(payloads(own)).containsExactly("go"));
            await().untilAsserted(() -> assertThat(payloads(bridge)).containsExactlyInAnyOrder("mine", "go"));
            assertThatThrownBy(() -> own.subscribe("devices/press.10/commands"))
                    .isInstanceOf(IllegalStateException.class);
            other.send("devices/press.1/telemetry", "forged".getBytes(), 1, false);
            bridge.publish("devices/press.1/commands", "last");
            await().until(() -> payloads(bridge).contains("last"));
            assertThat(payloads(bridge)).doesNotContain("forged");
        }
    }
}
