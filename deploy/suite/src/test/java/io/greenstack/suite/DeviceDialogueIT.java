package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ApiClient.Answer;
import io.greenstack.localstack.testing.MqttTestClient;

/** A scripted device and the packaged services talk: commands, events and the twin. */
class DeviceDialogueIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEVICE = "talker.1";
    private static final String TOPIC = "devices/" + DEVICE + "/";

    private static ApiClient api;
    private static String url;
    private static MqttTestClient device;

    @BeforeAll
    static void start() throws Exception {
        PackagedSuite suite = PackagedSuite.running();
        api = suite.client();
        url = suite.api().url();
        device = suite.mqtt(DEVICE);
        device.subscribe(TOPIC + "commands");
        device.subscribe(TOPIC + "config/delta");
        device.publish(TOPIC + "register", "{\"name\":\"Talker\"}");
        await().atMost(LIMIT).until(() -> api.get("/api/devices/" + DEVICE).isOk());
    }

    @AfterAll
    static void stop() {
        device.close();
    }

    private static JsonNode received(String topic, String text) {
        List<MqttTestClient.Message> messages = device.received().stream()
                .filter(message -> message.topic().equals(TOPIC + topic) && message.payload().contains(text)).toList();
        try {
            return messages.isEmpty() ? null : JSON.readTree(messages.get(messages.size() - 1).payload());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode awaitReceived(String topic, String text) {
        await().atMost(LIMIT).until(() -> received(topic, text) != null);
        return received(topic, text);
    }

    @Test
    void a_command_is_sent_answered_and_correlated() throws Exception {
        Answer created = api.post("/api/devices/" + DEVICE + "/commands",
                "{\"command\":\"blink\",\"parameters\":{\"times\":3},\"timeout\":\"5m\"}");
        assertThat(created.status()).as("%s", created).isEqualTo(202);
        String id = created.body().path("command_id").asText();
        JsonNode command = awaitReceived("commands", id);
        assertThat(command.at("/parameters/times").asInt()).isEqualTo(3);
        String path = "/api/devices/" + DEVICE + "/commands/" + id;
        await().atMost(LIMIT).until(() -> "sent".equals(api.get(path).body().path("state").asText()));

        device.publish(TOPIC + "commands/response",
                "{\"command_id\":\"" + id + "\",\"status\":\"ok\",\"result\":{\"blinked\":3}}");
        await().atMost(LIMIT).until(() -> "answered".equals(api.get(path).body().path("state").asText()));
        assertThat(api.get(path).body().at("/result/blinked").asInt()).isEqualTo(3);
        assertThat(api.get(path).body().path("late").asBoolean()).isFalse();
    }

    @Test
    void an_event_is_active_until_it_disappears() throws Exception {
        String active = "/api/devices/" + DEVICE + "/events/active";
        device.publish(TOPIC + "events", "{\"code\":20480,\"mode\":\"appears\",\"type\":\"error\"}");
        await().atMost(LIMIT).until(() -> api.get(active).body().size() == 1);
        assertThat(api.get(active).body().at("/0/code").asInt()).isEqualTo(20480);
        device.publish(TOPIC + "events", "{\"code\":20480,\"mode\":\"disappears\",\"type\":\"error\"}");
        await().atMost(LIMIT).until(() -> api.get(active).body().isEmpty());
        assertThat(api.get("/api/devices/" + DEVICE + "/events").body()).hasSize(2);
    }

    @Test
    void what_is_wanted_leaves_the_delta_when_the_device_reports_it() throws Exception {
        String shadow = "/api/devices/" + DEVICE + "/shadow";
        HttpResponse<String> wanted = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(url + shadow + "/desired")).header("Content-Type", "application/json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"interval\":5}")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(wanted.statusCode()).as(wanted.body()).isEqualTo(200);
        JsonNode delta = awaitReceived("config/delta", "\"interval\":5");
        assertThat(delta.at("/delta/interval").asInt()).isEqualTo(5);

        device.publish(TOPIC + "config/reported", "{\"interval\":5}");
        await().atMost(LIMIT).until(() -> api.get(shadow).body().at("/reported/interval").asInt() == 5);
        assertThat(api.get(shadow).body().path("delta")).isEmpty();
    }

    @Test
    void the_status_has_true_figures_or_none() throws Exception {
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode status = api.get("/api/mqtt/status").body();
            assertThat(status.path("state").asText()).isEqualTo("running");
            assertThat(status.at("/bridges/0/lanes/responses/connected").asBoolean()).isTrue();
            assertThat(status.path("statistics").asText()).isEqualTo("unavailable");
        });
    }

    @Test
    void live_traffic_is_shown_to_who_watches_it() throws Exception {
        try (EventStream stream = EventStream.open(url + "/api/mqtt/stream?topic=plant/%2B")) {
            await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                Answer answer = api.post("/api/mqtt/publish", "{\"topic\":\"plant/x\",\"message\":\"hello\"}");
                assertThat(answer.status()).isEqualTo(202);
                assertThat(stream.text()).contains("\"topic\":\"plant/x\"", "hello");
            });
        }
    }
}
