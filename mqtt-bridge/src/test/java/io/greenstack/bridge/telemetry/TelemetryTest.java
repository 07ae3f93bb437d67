package io.greenstack.bridge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.LaneHandlers;
import io.greenstack.bridge.testing.Layouts;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.layout.LayoutRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;

@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class TelemetryTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    RedisView redis;
    @Inject
    LaneHandlers lanes;
    @Inject
    LayoutRegistry layouts;

    private final String device = Broker.device("dev");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private MqttTestClient client;

    @BeforeEach
    void connect() {
        client = Broker.connect();
        layouts.markReady().await().atMost(LIMIT);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void namedValuesAreInLatestHistoryAndPubSub() {
        List<JsonObject> heard = redis.listen("telemetry:" + device);
        send("{\"parameter\":\"temperature\",\"value\":21.5,\"unit\":\"C\",\"timestamp\":\"" + now + "\"}");

        await().atMost(LIMIT).until(() -> redis.latest(device) != null);
        JsonObject latest = redis.latest(device);
        assertThat(latest.getString("device_id")).isEqualTo(device);
        assertThat(latest.getString("timestamp")).isEqualTo(now.toString());
        assertThat(Instant.parse(latest.getString("received_at"))).isBetween(now, Instant.now());
        assertThat(latest.getString("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(latest.getJsonObject("values")).isEqualTo(new JsonObject().put("temperature", new JsonObject()
                .put("name", "temperature")
                .put("value", 21.5)
                .put("unit", "C")
                .put("timestamp", now.toString())));
        assertThat(latest.containsKey("raw")).isFalse();
        assertThat(redis.timeToLive("telemetry:" + device + ":latest")).isBetween(Duration.ofSeconds(290),
                Duration.ofSeconds(300));
        assertThat(redis.timeToLive("telemetry:" + device + ":history")).isBetween(Duration.ofSeconds(3500),
                Duration.ofSeconds(3600));
        assertThat(redis.history(device)).containsExactly(latest);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(heard).containsExactly(latest));
    }

    @Test
    void valuesOfSeveralMessagesAreMergedByParameter() {
        send("{\"temperature\":21.5,\"pressure\":3,\"ok\":true,\"mode\":\"auto \\\"1\\\"\"}");
        send("{\"temperature\":22.25}");

        await().atMost(LIMIT).until(() -> redis.history(device).size() == 2);
        assertThat(redis.value(device, "temperature")).isEqualTo(22.25);
        assertThat(redis.value(device, "pressure")).isEqualTo(3);
        assertThat(redis.value(device, "ok")).isEqualTo(true);
        assertThat(redis.value(device, "mode")).isEqualTo("auto \"1\"");
    }

    @Test
    void aValueIsNeverReplacedByAnOlderOne() {
        send(at(now, "\"a\":1,\"b\":1"));
        send(at(now.minusSeconds(5), "\"a\":0,\"c\":0"));
        send(at(now.minusSeconds(9), "\"a\":-1"));
        send(at(now.plusMillis(1), "\"b\":2"));

        await().atMost(LIMIT).until(() -> Integer.valueOf(2).equals(redis.value(device, "b")));
        assertThat(redis.value(device, "a")).isEqualTo(1);
        assertThat(redis.value(device, "c")).isEqualTo(0);
        assertThat(redis.latest(device).getString("timestamp")).isEqualTo(now.plusMillis(1).toString());
        assertThat(redis.history(device)).hasSize(3);
    }

    @Test
    void aMessageThatComesTwiceIsInTheHistoryOnce() {
        send(at(now, "\"a\":1"));
        send(at(now, "\"a\":1"));
        send(at(now.plusMillis(1), "\"a\":2"));

        await().atMost(LIMIT).until(() -> Integer.valueOf(2).equals(redis.value(device, "a")));
        assertThat(redis.history(device)).hasSize(2);
    }

    @Test
    void processDataIsDecodedWithNameScaleUnitAndLabel() {
        bind(Layouts.thermometer(device));
        send("{\"processDataIn\":\"018A01\",\"timestamp\":\"" + now + "\"}");

        await().atMost(LIMIT).until(() -> redis.latest(device) != null);
        JsonObject latest = redis.latest(device);
        assertThat(latest.getJsonObject("raw")).isEqualTo(new JsonObject().put("direction", "in").put("hex", "018A01")
                .put("valid", true).put("timestamp", now.toString()));
        assertThat(latest.getJsonObject("values").getJsonObject("temperature")).isEqualTo(new JsonObject()
                .put("name", "Temperature").put("value", 39.4).put("unit", "°C").put("timestamp", now.toString()));
        assertThat(latest.getJsonObject("values").getJsonObject("switch")).isEqualTo(new JsonObject()
                .put("name", "Switch").put("value", true).put("label", "on").put("timestamp", now.toString()));
    }

    @Test
    void conditionsFollowTheParameterValuesThatTheApiAnnounces() {
        bind(Layouts.thermometer(device));
        send("{\"processDataIn\":\"018A01\"}");
        await().atMost(LIMIT).until(() -> Double.valueOf(39.4).equals(redis.value(device, "temperature")));

        DeviceLayout layout = Layouts.thermometer(device);
        bind(new DeviceLayout(device, 2, Map.of("V_Unit", 1L), layout.layout()));

        await().atMost(LIMIT).untilAsserted(() -> {
            send("{\"processDataIn\":\"018A01\"}");
            assertThat(redis.value(device, "temperature")).isEqualTo(102.92);
        });
    }

    @Test
    void specialCodesAndInvalidDataYieldAStatusAndNoValue() {
        bind(Layouts.thermometer(device));
        send("{\"processDataIn\":\"7FFC00\"}");
        await().atMost(LIMIT).until(() -> redis.latest(device) != null);
        JsonObject special = redis.latest(device).getJsonObject("values").getJsonObject("temperature");
        assertThat(special.getString("status")).isEqualTo("no_data");
        assertThat(special.containsKey("value")).isFalse();

        send("{\"processDataIn\":\"\",\"valid\":false}");
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonObject latest = redis.latest(device);
            assertThat(latest.getJsonObject("raw").getBoolean("valid")).isFalse();
            for (String key : List.of("temperature", "switch")) {
                JsonObject value = latest.getJsonObject("values").getJsonObject(key);
                assertThat(value.getString("status")).isEqualTo("invalid");
                assertThat(value.containsKey("value")).isFalse();
            }
        });
    }

    @Test
    void outputDataStandsBesideInputData() {
        bind(Layouts.thermometer(device));
        send("{\"processDataIn\":\"018A01\",\"processDataOut\":\"07\"}");

        await().atMost(LIMIT).until(() -> redis.latest(device) != null);
        assertThat(redis.value(device, "switch")).isEqualTo(true);
        assertThat(redis.value(device, "out_switch")).isEqualTo(7);
        assertThat(redis.latest(device).getJsonObject("raw").getString("hex")).isEqualTo("018A01");
        assertThat(redis.latest(device).getJsonObject("raw_out").getString("hex")).isEqualTo("07");
    }

    @Test
    void mastersPublishOnTopicsOfTheirOwn() {
        bind(Layouts.thermometer(device));
        client.publish("master-1/devices/" + device + "/processdata/value",
                "{\"iolink\":{\"valid\":true,\"value\":[1,138,1]}}");
        client.publish("master-1/devices/" + device + "/processdata/value",
                "{\"iolink\":{\"valid\":true,\"value\":[1]}}");

        await().atMost(LIMIT).until(() -> Double.valueOf(39.4).equals(redis.value(device, "temperature")));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(redis.deadLetters(device)).containsValue("wrong-length"));
    }

    @Test
    void ofADeviceWithoutDescriptionTheRawDataIsKept() {
        bind(new DeviceLayout(device, 1, Map.of(), null));
        send("{\"processDataIn\":[2,161]}");

        await().atMost(LIMIT).until(() -> redis.latest(device) != null);
        assertThat(redis.latest(device).getJsonObject("raw").getString("hex")).isEqualTo("02A1");
        assertThat(redis.latest(device).getJsonObject("values")).isEmpty();
    }

    @Test
    void whatCanNeverSucceedIsADeadLetterWithItsReason() {
        bind(Layouts.thermometer(device));
        String stranger = Broker.device("stranger");
        send("no json");
        send("{\"processDataIn\":\"0102\"}");
        send("{\"a\":1,\"timestamp\":\"1999-01-01T00:00:00Z\"}");
        client.publish("devices/" + stranger + "/telemetry", "{\"processDataIn\":\"018A01\"}");
        client.publish("devices/not allowed/telemetry", "{\"a\":1}");

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(redis.deadLetters(device)).isEqualTo(Map.of("no json", "not-json",
                    "{\"processDataIn\":\"0102\"}", "wrong-length",
                    "{\"a\":1,\"timestamp\":\"1999-01-01T00:00:00Z\"}", "bad-timestamp"));
            assertThat(redis.deadLetters(stranger)).containsValue("unknown-device");
            assertThat(redis.deadLetters("not allowed")).containsValue("bad-device-id");
        });
        assertThat(redis.latest(device)).isNull();
        Map<String, String> letter = redis.deadLetters().stream().filter(l -> l.get("topic").contains(device))
                .findFirst().orElseThrow();
        assertThat(letter).containsEntry("device_id", device).containsEntry("qos", "1").containsEntry("payload_size",
                "7");
        assertThat(letter.get("traceparent")).startsWith("00-");
    }

    @Test
    void aBadValueCostsOnlyItself() {
        String message = "{\"a\":1,\"bad\":NaN,\"b\":2}";
        send(message);

        await().atMost(LIMIT).untilAsserted(
                () -> assertThat(redis.deadLetters(device)).isEqualTo(Map.of(message, "non-finite-value")));
        assertThat(redis.latest(device).getJsonObject("values").fieldNames()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void theNumberOfParametersOfADeviceIsLimited() {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            members.add("\"p" + i + "\":" + i);
        }
        send("{" + String.join(",", members) + "}");
        send("{\"one\":1,\"p0\":7}");
        send("{\"one\":1,\"more\":2}");
        send("{\"p1\":8}");

        await().atMost(LIMIT).until(() -> Integer.valueOf(8).equals(redis.value(device, "p1")));
        assertThat(redis.value(device, "p0")).isEqualTo(7);
        assertThat(redis.value(device, "one")).isNull();
        assertThat(redis.deadLetters(device)).isEqualTo(Map.of("{\"one\":1,\"p0\":7}", "too-many-parameters",
                "{\"one\":1,\"more\":2}", "too-many-parameters"));
    }

    @Test
    void keysOfAnotherTypeAreReplacedAndALostScriptIsLoadedAgain() {
        redis.command(Command.LPUSH, "telemetry:" + device + ":history", "left over");
        redis.command(Command.SET, "telemetry:" + device + ":parts", "left over");
        redis.command(Command.SCRIPT, "FLUSH");

        send("{\"a\":1}");

        await().atMost(LIMIT).until(() -> Integer.valueOf(1).equals(redis.value(device, "a")));
        assertThat(redis.history(device)).hasSize(1);
    }

    @Test
    void aBurstOfOneDeviceKeepsItsOrder() {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            sent.add(client.send(topic(), ("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8), 1, false));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                .join();

        await().atMost(Duration.ofSeconds(20)).until(() -> Integer.valueOf(1000).equals(redis.value(device, "n")));
        List<Integer> numbers = redis.history(device).stream()
                .map(reading -> reading.getJsonObject("values").getJsonObject("n").getInteger("value")).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().endsWith(1000).hasSizeBetween(100, 250);
    }

    @Test
    void aClockAheadHidesNothing() {
        send("{\"temp\":21,\"press\":3}");
        send(at(now.plusSeconds(7200), "\"temp\":99"));
        await().atMost(LIMIT).until(() -> Integer.valueOf(99).equals(redis.value(device, "temp")));
        assertThat(redis.latest(device).getLong("clock_ahead_ms")).isBetween(7_100_000L, 7_200_000L);

        send("{\"temp\":22,\"press\":4}");

        await().atMost(LIMIT).until(() -> Integer.valueOf(22).equals(redis.value(device, "temp")));
        assertThat(redis.value(device, "press")).isEqualTo(4);
        assertThat(redis.latest(device).containsKey("clock_ahead_ms")).isFalse();
    }

    @Test
    void theSkewOfAClockIsNotedAtTheDevice() {
        redis.command(Command.HSET, "device:shadow:" + device, "desired", "{}");
        send(at(now.plusSeconds(7200), "\"temp\":99"));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                Long.parseLong(redis.hash("device:shadow:" + device).getOrDefault("clock_ahead_ms", "0")))
                .isBetween(7_100_000L, 7_200_000L));

        send("{\"temp\":1}");
        await().atMost(LIMIT).until(() -> Integer.valueOf(1).equals(redis.value(device, "temp")));
        assertThat(redis.hash("device:shadow:" + device).get("clock_ahead_ms")).isNotEqualTo("0");

        send(at(Instant.now(), "\"temp\":2"));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(redis.hash("device:shadow:" + device))
                .containsEntry("clock_ahead_ms", "0"));
    }

    @Test
    void aMessageOfAClockAheadThatComesAgainHidesNothing() {
        String payload = at(now.plusSeconds(7200), "\"temp\":99");
        handled(payload, now);
        handled("{\"temp\":22}", now.plusSeconds(1));
        handled(payload, now.plusSeconds(2), true);

        assertThat(redis.value(device, "temp")).isEqualTo(22);
    }

    /** Its payloads come again although nobody delivers them again. */
    @Test
    void aClockThatStandsStillAheadOfOursHidesNothing() {
        Instant still = now.plusSeconds(7200);
        handled(at(still, "\"temp\":21"), now);
        handled(at(still, "\"temp\":22"), now.plusSeconds(1));
        handled(at(still, "\"temp\":21"), now.plusSeconds(2));

        assertThat(redis.value(device, "temp")).isEqualTo(21);
        assertThat(redis.history(device)).hasSize(3);
    }

    private void handled(String payload, Instant arrival) {
        handled(payload, arrival, false);
    }

    private void handled(String payload, Instant arrival, boolean again) {
        assertThat(lanes.handle("telemetry", List.of(new InboundMessage(topic(),
                payload.getBytes(StandardCharsets.UTF_8), 1, false, again, arrival)))).containsExactly(Outcome.WRITTEN);
    }

    @Test
    void retainedTelemetryWithoutATimeIsTakenOnlyWhereThereIsNothing() {
        retained("{\"temp\":1,\"serial\":\"A\"}");
        assertThat(redis.value(device, "temp")).isEqualTo(1);
        assertThat(redis.latest(device).getBoolean("retained")).isTrue();
        assertThat(redis.history(device)).isEmpty();

        send(at(now.minusSeconds(5), "\"temp\":2"));
        await().atMost(LIMIT).until(() -> Integer.valueOf(2).equals(redis.value(device, "temp")));
        retained("{\"temp\":1}");

        assertThat(redis.value(device, "temp")).isEqualTo(2);
        assertThat(redis.value(device, "serial")).isEqualTo("A");
        assertThat(redis.history(device)).hasSize(1);
    }

    @Test
    void aRetainedMessageIsNoSignOfLife() {
        redis.command(Command.HSET, "device:shadow:" + device, "desired", "{}");

        retained("{\"temp\":1}");
        retained(at(now, "\"temp\":2"));

        assertThat(redis.value(device, "temp")).isEqualTo(2);
        assertThat(redis.hash("device:shadow:" + device)).doesNotContainKey("last_seen");
    }

    private void retained(String payload) {
        assertThat(lanes.handle("telemetry", List.of(new InboundMessage(topic(),
                payload.getBytes(StandardCharsets.UTF_8), 1, true, false, Instant.now()))))
                .containsExactly(Outcome.WRITTEN);
    }

    private void bind(DeviceLayout layout) {
        layouts.publish(List.of(layout)).await().atMost(LIMIT);
    }

    private String at(Instant time, String members) {
        return "{" + members + ",\"timestamp\":\"" + time + "\"}";
    }

    private String topic() {
        return "devices/" + device + "/telemetry";
    }

    private void send(String payload) {
        client.publish(topic(), payload);
    }
}
