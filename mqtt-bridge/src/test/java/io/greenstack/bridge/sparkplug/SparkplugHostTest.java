package io.greenstack.bridge.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.dialect.sparkplug.EdgeNodeStub;
import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.localstack.testing.TestServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;

/** The bridge as primary host that writes, with an edge node at a real broker. */
@QuarkusTest
@TestProfile(SparkplugHostTest.AsHost.class)
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class SparkplugHostTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String STATE = "spBv1.0/STATE/suite-host";

    @Inject
    RedisView redis;

    private final String node = "n" + UUID.randomUUID().toString().substring(0, 8);
    private final String device = "plant:" + node + ":d1";
    private EdgeNodeStub edge;
    private MqttTestClient client;

    /** Switches the host on. */
    public static class AsHost implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("greenstack.sparkplug-host.id", "suite-host", "greenstack.sparkplug-host.echo-timeout", "2s",
                    "greenstack.mqtt.client-id", "host-test");
        }
    }

    @BeforeEach
    void connect() {
        client = Broker.connect();
        client.subscribe(STATE);
        client.subscribe("devices/" + device + "/commands/response");
        client.subscribe("devices/" + device + "/config/reported");
        await().atMost(LIMIT).until(() -> Boolean.TRUE.equals(lastState().getBoolean("online")));
        edge = new EdgeNodeStub("plant", node);
        edge.birth();
        await().atMost(LIMIT).until(() -> has("setpoint", 20));
    }

    @AfterEach
    void disconnect() {
        edge.close();
        client.close();
    }

    private boolean has(String parameter, double value) {
        return redis.value(device, parameter) instanceof Number number && number.doubleValue() == value;
    }

    private JsonObject lastState() {
        List<String> states = said(STATE);
        return states.isEmpty() ? new JsonObject() : new JsonObject(states.get(states.size() - 1));
    }

    private List<String> said(String topic) {
        return client.received().stream().filter(message -> message.topic().equals(topic))
                .map(MqttTestClient.Message::payload).toList();
    }

    private String command(String name, JsonObject parameters) {
        String id = UUID.randomUUID().toString();
        client.publish("devices/" + device + "/commands", new JsonObject().put("command_id", id).put("command", name)
                .put("parameters", parameters).encode());
        return id;
    }

    private JsonObject answer(String id) {
        await().atMost(LIMIT).until(() -> said("devices/" + device + "/commands/response").stream()
                .anyMatch(text -> text.contains(id)));
        return new JsonObject(said("devices/" + device + "/commands/response").stream()
                .filter(text -> text.contains(id)).findFirst().orElseThrow());
    }

    private static JsonObject values(String name, Object value) {
        return new JsonObject().put("values", new JsonObject().put(name, value));
    }

    @Test
    void aMetricIsWrittenByItsAliasAndTheAnswerIsWhatTheDeviceSays() {
        JsonObject answer = answer(command("write_metrics", values("setpoint", -5)));

        assertThat(answer.getString("status")).isEqualTo("ok");
        assertThat(answer.getJsonObject("result")).isEqualTo(values("setpoint", -5.0));
        assertThat(edge.commands()).containsExactly("null 5 0 4294967291");
        assertThat(answer(command("write_metrics", values("mode", "hand"))).getJsonObject("result"))
                .isEqualTo(values("mode", "hand"));
        assertThat(edge.commands()).contains("mode null 12 hand");
        await().atMost(LIMIT).until(() -> has("setpoint", -5));
    }

    @Test
    void whatTheDeviceDoesNotSayIsUnconfirmed() {
        JsonObject answer = answer(command("write_metrics", values("deaf", 2.5)));

        assertThat(answer.getString("status")).isEqualTo("ok");
        assertThat(answer.getJsonObject("result")).isEqualTo(new JsonObject(
                "{\"values\":{},\"unconfirmed\":[\"deaf\"]}"));
    }

    @Test
    void whatCannotBeWrittenIsRefusedAsAWhole() {
        JsonObject answer = answer(
                command("write_metrics", new JsonObject("{\"values\":{\"setpoint\":3,\"speed\":1}}")));

        assertThat(answer.getString("status")).isEqualTo("error");
        assertThat(answer.getJsonObject("error").getString("code")).isEqualTo("unknown-metric");
        assertThat(answer(command("blink", new JsonObject())).getJsonObject("error").getString("code"))
                .isEqualTo("unknown-command");
        assertThat(answer(command("write_metrics", new JsonObject())).getJsonObject("error").getString("code"))
                .isEqualTo("bad-command");
        assertThat(edge.commands()).isEmpty();
    }

    @Test
    void aCommandThatComesAgainIsAnsweredAgainAndNotDoneAgain() {
        String id = UUID.randomUUID().toString();
        String message = new JsonObject().put("command_id", id).put("command", "write_metrics")
                .put("parameters", values("setpoint", 9)).encode();
        client.publish("devices/" + device + "/commands", message);
        answer(id);
        client.publish("devices/" + device + "/commands", message);

        await().atMost(LIMIT).until(() -> said("devices/" + device + "/commands/response").size() == 2);
        assertThat(said("devices/" + device + "/commands/response")).containsOnly(answer(id).encode());
        assertThat(edge.commands()).hasSize(1);
    }

    @Test
    void aCommandThatIsTooLateIsNotDone() {
        client.publish("devices/" + device + "/commands", new JsonObject().put("command_id", "late")
                .put("command", "write_metrics").put("parameters", values("setpoint", 1))
                .put("expires_at", Instant.now().minusSeconds(1).toString()).encode());

        answer(command("write_metrics", values("setpoint", 2)));
        assertThat(edge.commands()).containsExactly("null 5 0 2");
        assertThat(said("devices/" + device + "/commands/response")).hasSize(1);
    }

    @Test
    void theNodeIsBornAgainOnRequest() {
        assertThat(answer(command("rebirth", new JsonObject())).getString("status")).isEqualTo("ok");
        await().atMost(LIMIT).until(() -> edge.commands().contains("rebirth"));
    }

    @Test
    void whatATwinWantsIsWrittenAndReported() {
        client.publish("devices/" + device + "/config/delta",
                """
                        {"version":7,"timestamp":1,"delta":{"setpoint":33,"limits":{"high":90.5},"deaf":5,"speed":4,"mode":3}}""");

        await().atMost(LIMIT).until(() -> !said("devices/" + device + "/config/reported").isEmpty());
        JsonObject report = new JsonObject(said("devices/" + device + "/config/reported").get(0));
        assertThat(report.getJsonObject("reported"))
                .isEqualTo(new JsonObject("{\"setpoint\":33.0,\"limits\":{\"high\":90.5}}"));
        assertThat(report.getInteger("version")).isEqualTo(7);
        assertThat(report.getJsonObject("rejected").fieldNames()).containsExactlyInAnyOrder("speed", "mode");
        assertThat(report.getJsonObject("rejected").getJsonObject("mode").getString("reason")).contains("needs a text");
    }

    @Test
    void whoeverSaysThatTheHostIsGoneIsContradictedWithTheTimeOfItsBirth() {
        JsonObject birth = lastState();
        int before = said(STATE).size();

        client.publishRetained(STATE, "{\"online\":false,\"timestamp\":1}");

        await().atMost(LIMIT).until(() -> said(STATE).size() >= before + 2);
        assertThat(lastState()).isEqualTo(birth);
    }

    /** Whoever takes over the client id cuts the connection off; the next one has another last will, and its time. */
    @Test
    void aHostThatWasCutOffIsBornAgainAtTheTimeOfItsNewWill() {
        long first = lastState().getLong("timestamp");

        MqttTestClient.connect("127.0.0.1", TestServers.mqtt().getPort(), "host-test-sparkplug-host").close();

        await().atMost(LIMIT).until(() -> lastState().getBoolean("online") && lastState().getLong("timestamp") > first);
    }
}
