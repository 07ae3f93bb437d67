package io.greenstack.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.DisplayFormat;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.edge.lane.Lanes;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.localstack.server.QuestDbSql;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.QuestDbResource;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.localstack.testing.ServerControlMBean;
import io.greenstack.localstack.testing.TestServers;
import io.greenstack.platform.deadletter.DeadLetterStore;
import io.greenstack.platform.deadletter.ReplayQueue;
import io.greenstack.platform.deadletter.StoredDeadLetter;
import io.greenstack.platform.layout.LayoutRegistry;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.unregistered.KeptRaw;
import io.greenstack.platform.unregistered.UnregisteredSettings;
import io.greenstack.platform.unregistered.UnregisteredStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The service against a real broker, Redis and time-series store. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(QuestDbResource.class)
class IngestionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration REDIS = Duration.ofSeconds(5);

    @Inject
    Lanes lanes;
    @Inject
    MessageLedger ledger;

    @Inject
    LayoutRegistry layouts;

    @Inject
    DeadLetterStore letters;

    @Inject
    ReplayQueue replays;

    @Inject
    UnregisteredStore unregistered;

    @Inject
    UnregisteredSettings limits;

    @Inject
    BreakerRegistry breakers;

    @ConfigProperty(name = "greenstack.influx.url")
    String storeUrl;

    private final String device = "dev-" + UUID.randomUUID();
    private MqttTestClient client;
    private QuestDbSql store;

    @BeforeEach
    void connect() {
        store = new QuestDbSql(storeUrl);
        layouts.markReady().await().atMost(REDIS);
        breakers.breaker("influx").reset();
        client = MqttTestClient.connect("127.0.0.1", TestServers.mqtt().getPort(), "test-" + UUID.randomUUID());
        await().atMost(PATIENCE).until(() -> lanes.status().get("").connected());
    }

    @AfterEach
    void settle() {
        client.close();
        await().atMost(PATIENCE).until(() -> ledger.snapshot().inFlight() == 0);
        assertThat(ledger.snapshot().balanced()).isTrue();
    }

    @Test
    void storesNamedValuesWithUnitAndDeviceTime() {
        client.publish(topic(), """
                {"parameter":"temperature","value":21.5,"unit":"°C","timestamp":"2026-11-20T10:15:30.123456789Z"}""");
        client.publish(topic(), """
                {"pressure":3,"running":true,"mode":"auto","timestamp":1763633731000}""");

        awaitRows("device_telemetry", 3);
        awaitRows("device_metadata", 1);
        assertThat(rows("SELECT parameter, unit, value FROM device_telemetry WHERE device_id = '" + device
                + "' ORDER BY parameter")).contains("[\"pressure\",null,3.0]", "[\"running\",null,1.0]",
                        "[\"temperature\",\"°C\",21.5]");
        assertThat(rows("SELECT timestamp FROM device_telemetry WHERE device_id = '" + device
                + "' AND parameter = 'temperature'")).contains("2026-11-20T10:15:30.123456Z");
        assertThat(rows("SELECT attribute, value FROM device_metadata WHERE device_id = '" + device + "'"))
                .contains("[\"mode\",\"auto\"]");
    }

    @Test
    void decodesRawProcessDataOfABoundDevice() {
        layouts.publish(List.of(new DeviceLayout(device, 1, Map.of(), temperatureLayout()))).await().atMost(REDIS);

        client.publish(topic(), "{\"processDataIn\":\"018A\"}");

        awaitRows("device_telemetry", 1);
        awaitRows("device_raw", 1);
        assertThat(rows("SELECT parameter, unit, value FROM device_telemetry WHERE device_id = '" + device + "'"))
                .contains("[\"temperature\",\"°C\",39.4]");
        assertThat(rows("SELECT direction, hex FROM device_raw WHERE device_id = '" + device + "'"))
                .contains("[\"in\",\"018A\"]");
    }

    @Test
    void storesEvents() {
        layouts.publish(List.of(new DeviceLayout(device, 1, Map.of(), temperatureLayout(), Map.of(36000, "Filled"))))
                .await().atMost(REDIS);

        client.publish("devices/" + device + "/events", "[{\"code\":36000,\"mode\":\"appears\",\"type\":\"error\"},"
                + "{\"code\":5}]");

        awaitRows("device_events", 2);
        assertThat(rows("SELECT code, type, text, mode FROM device_events WHERE device_id = '" + device
                + "' ORDER BY code")).contains("[\"36000\",\"error\",\"Filled\",\"appears\"]",
                        "[\"5\",null,null,\"singleshot\"]");
        assertThat(ledger.snapshot().balanced()).isTrue();
    }

    @Test
    void keepsOnlyRawOctetsOfADeviceWithoutDescription() {
        layouts.publish(List.of(new DeviceLayout(device, 1, Map.of(), null))).await().atMost(REDIS);

        client.publish(topic(), "{\"processDataIn\":[2,161]}");

        awaitRows("device_raw", 1);
        assertThat(count("device_telemetry")).isZero();
    }

    @Test
    void setsAsideWhatCanNeverSucceedAndGoesOn() {
        LedgerSnapshot before = ledger.snapshot();
        layouts.publish(List.of(new DeviceLayout(device, 1, Map.of(), temperatureLayout()))).await().atMost(REDIS);
        client.publish(topic(), "not json");
        client.publish(topic(), "{\"processDataIn\":\"010203\"}");
        client.publish(topic(), "{\"temperature\":1,\"timestamp\":\"1999-01-01T00:00:00Z\"}");
        client.publish("devices/not a valid id/telemetry", "{\"temperature\":1}");
        client.publish(topic(), "{\"temperature\":1}");

        awaitRows("device_telemetry", 1);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().deadLettered() - before.deadLettered() == 4);
        assertThat(reasons()).contains("not-json", "wrong-length", "bad-timestamp", "bad-device-id");
        assertThat(ledger.snapshot().written() - before.written()).isOne();
    }

    @Test
    void aBadValueCostsOnlyItselfAndItsMessageIsCountedOnce() {
        LedgerSnapshot before = ledger.snapshot();

        client.publish(topic(), "{\"a\":1,\"bad\":NaN,\"b\":2}");

        awaitRows("device_telemetry", 2);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().written() - before.written() == 1);
        assertThat(ledger.snapshot().deadLettered()).isEqualTo(before.deadLettered());
        assertThat(reasons()).contains("non-finite-value");
    }

    @Test
    void aReplayedDeadLetterThatFailsAgainNamesTheOldOne() {
        layouts.publish(List.of(new DeviceLayout(device, 1, Map.of(), null))).await().atMost(REDIS);
        client.publish(topic(), "not json");
        await().atMost(PATIENCE).until(() -> letterOfDevice() != null);
        String id = letterOfDevice().id();

        assertThat(replays.move("influx-ingestion", List.of(id), device).await().atMost(REDIS).queued()).isOne();

        await().atMost(PATIENCE).until(() -> replays.job(device).await().atMost(REDIS).deadLettered() == 1);
        assertThat(letterOfDevice().letter().replayOf()).isEqualTo(id);
    }

    /** The api-service finds the note and has the octets decoded once it knows how. */
    @Test
    void theOctetsOfADeviceThatIsNotRegisteredAreKeptAndNoted() {
        client.publish(topic(), "{\"processDataIn\":\"018A\",\"timestamp\":\"2026-11-22T10:15:30.123456Z\"}");
        client.publish(topic(), "{\"processDataIn\":\"018B\",\"timestamp\":\"2026-11-22T10:15:31Z\"}");

        awaitRows("device_raw", 2);
        await().atMost(PATIENCE).until(() -> note() != null && note().messages() == 2);
        assertThat(note().first()).isEqualTo(Instant.parse("2026-11-22T10:15:30.123456Z"));
        assertThat(note().end()).isAfter(Instant.parse("2026-11-22T10:15:31Z"));
        assertThat(note().octets()).isEqualTo(4);
        assertThat(count("device_telemetry")).isZero();
        assertThat(letterOfDevice()).isNull();

        KeptRaw seen = note();
        client.publish(topic(), "{\"processDataIn\":\"018C\",\"timestamp\":\"2026-11-22T10:15:29Z\"}");
        await().atMost(PATIENCE).until(() -> note().messages() == 3);
        unregistered.remove(Map.of(device, seen)).await().atMost(REDIS);
        assertThat(note().first()).isEqualTo(Instant.parse("2026-11-22T10:15:29Z"));
        unregistered.remove(Map.of(device, note())).await().atMost(REDIS);
        assertThat(note()).isNull();
    }

    private KeptRaw note() {
        return unregistered.all().await().atMost(REDIS).get(device);
    }

    /** Beyond the limits of what is kept it is a dead letter, which this service replays itself. */
    @Test
    void whatCameBeforeTheRegistrationIsStoredAtTheTimeOfItsArrivalOnceTheDeviceIsKnown() {
        unregistered.add(Map.of(device, new KeptRaw(1, 1, 1, limits.maxMessages(), 1))).await().atMost(REDIS);
        client.publish(topic(), "{\"processDataIn\":\"018A\"}");
        await().atMost(PATIENCE).until(() -> letterOfDevice() != null);
        StoredDeadLetter letter = letterOfDevice();
        assertThat(letter.letter().reason()).isEqualTo("unknown-device");

        layouts.publish(List.of(new DeviceLayout(device, 1, Map.of(), temperatureLayout()))).await().atMost(REDIS);

        awaitRows("device_telemetry", 1);
        assertThat(rows("SELECT timestamp FROM device_telemetry WHERE device_id = '" + device + "'"))
                .contains(letter.letter().receivedAt().toString().substring(0, 19));
        await().atMost(PATIENCE).until(() -> letterOfDevice() == null);
    }

    private StoredDeadLetter letterOfDevice() {
        return letters.list("influx-ingestion", null, 1000).await().atMost(REDIS).stream()
                .filter(letter -> device.equals(letter.letter().deviceId())).findFirst().orElse(null);
    }

    @Test
    void pausesWhileTheStoreIsAwayAndLosesNothing() throws Exception {
        ServerControlMBean questDb = TestServers.questDb();
        LedgerSnapshot before = ledger.snapshot();
        publishNumbers(0, 200);
        awaitNumbers(200);
        questDb.stop();
        try {
            publishNumbers(200, 1200);
            await().atMost(PATIENCE).until(() -> "open".equals(breakers.breaker("influx").state().label()));
            await().atMost(PATIENCE).until(() -> ledger.snapshot().inFlight() == 1000);
            await().atMost(PATIENCE).untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503)
                    .body("checks.find { it.name == 'dependencies' }.data.influxdb", containsString("down")));
            given().get("/q/health/live").then().statusCode(200);
            given().get("/health").then().statusCode(503).body("status", equalTo("unhealthy"))
                    .body("influxdb_connected", equalTo(false)).body("mqtt_connected", equalTo(true));
        } finally {
            questDb.start();
        }

        awaitNumbers(1200);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().inFlight() == 0);
        LedgerSnapshot after = ledger.snapshot();
        // more than were sent, where a busy machine lost the connection and the broker delivered some again
        long taken = after.received() - before.received() - (after.requeued() - before.requeued());
        assertThat(taken).isGreaterThanOrEqualTo(1200);
        assertThat(after.written() - before.written()).isEqualTo(taken);
        assertThat(after.deadLettered()).isEqualTo(before.deadLettered());
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void takesABurst() throws Exception {
        publishNumbers(0, 5000);

        awaitNumbers(5000);
    }

    @Test
    void goesOnAfterABrokerRestart() throws Exception {
        publishNumbers(0, 100);
        awaitNumbers(100);
        ServerControlMBean broker = TestServers.mqtt();
        client.close();
        broker.stop();
        try {
            await().atMost(PATIENCE).until(() -> !lanes.status().get("").connected());
            given().get("/q/health/ready").then().statusCode(503);
        } finally {
            broker.start();
        }
        await().atMost(PATIENCE).until(() -> lanes.status().get("").connected());
        client = MqttTestClient.connect("127.0.0.1", broker.getPort(), "test-" + UUID.randomUUID());
        publishNumbers(100, 200);

        awaitNumbers(200);
    }

    @Test
    void waitsForLayoutsThatAreNotThereYet() {
        layouts.withdraw().await().atMost(REDIS);
        client.publish(topic(), "{\"processDataIn\":\"018A\"}");
        await().atMost(PATIENCE).until(() -> lanes.status().get("").retrying() == 1);
        assertThat(count("device_raw")).isZero();

        layouts.publish(List.of(new DeviceLayout(device, 1, Map.of(), temperatureLayout()))).await().atMost(REDIS);
        layouts.markReady().await().atMost(REDIS);

        awaitRows("device_telemetry", 1);
    }

    @Test
    void showsHealthLedgerAndMetrics() {
        client.publish(topic(), "{\"temperature\":1}");
        awaitRows("device_telemetry", 1);

        given().get("/health").then().statusCode(200).body("status", equalTo("healthy"))
                .body("version", notNullValue())
                .body("service", equalTo("influx-ingestion")).body("mqtt_connected", equalTo(true))
                .body("influxdb_connected", equalTo(true)).body("breakers.name", hasItem("influx"))
                .body("ledger.received", org.hamcrest.Matchers.greaterThan(0));
        given().get("/q/health/started").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200)
                .body("checks.find { it.name == 'dependencies' }.data.'breaker.influx'", equalTo("closed"));
        given().get("/outputs").then().statusCode(200).body("name", equalTo(List.of("influxdb", "kafka")))
                .body("[0].on", equalTo(true)).body("[0].counters.sent", org.hamcrest.Matchers.greaterThan(0))
                .body("[1].on", equalTo(false)).body("[1].settings.KAFKA_ENABLED", equalTo(""));
        given().get("/ledger").then().statusCode(200).body("dead_lettered", org.hamcrest.Matchers.notNullValue());
        given().get("/q/metrics").then().statusCode(200)
                .body(containsString("greenstack_messages_total{outcome=\"written\"}"))
                .body(containsString("greenstack_breaker_state{name=\"influx\"}"))
                .body(containsString("greenstack_mqtt_connected 1.0"));
    }

    private void publishNumbers(int from, int to) throws Exception {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        Instant start = Instant.parse("2026-11-22T00:00:00Z");
        for (int i = from; i < to; i++) {
            byte[] payload = ("{\"parameter\":\"number\",\"value\":" + i + ",\"timestamp\":\"" + start.plusMillis(i)
                    + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            sent.add(client.send(topic(), payload, 1, false));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }

    private void awaitNumbers(int count) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> store.number(
                "SELECT count_distinct(value) FROM device_telemetry WHERE device_id = '" + device + "'") == count);
        assertThat(count("device_telemetry")).isEqualTo(count);
    }

    private void awaitRows(String table, int rows) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> count(table) == rows);
    }

    private long count(String table) {
        return store.number("SELECT count() FROM " + table + " WHERE device_id = '" + device + "'");
    }

    private String rows(String query) {
        return store.run(query);
    }

    private List<String> reasons() {
        return letters.list("influx-ingestion", null, 100).await().atMost(REDIS).stream()
                .filter(letter -> letter.letter().topic().contains(device) || letter.letter().topic().contains("not a"))
                .map(StoredDeadLetter::letter).map(letter -> letter.reason()).toList();
    }

    private String topic() {
        return "devices/" + device + "/telemetry";
    }

    private static ProcessDataLayout temperatureLayout() {
        Scaling scaling = new Scaling(List.of(), new BigDecimal("0.1"), BigDecimal.ZERO, 1001, "°C",
                DisplayFormat.parse("Dec.1"),
                ScalingSource.MENU);
        Field temperature = new Field("temperature", "Temperature", 0, -1, 0, 16, ScalarType.INTEGER, null,
                List.of(scaling), List.of(), List.of(), List.of(), true);
        Frame in = new Frame("PD", "Process data", 16, ByteOrder.BIG_ENDIAN, List.of(), List.of(temperature));
        return new ProcessDataLayout("test-layout", "IODD", "Test sensor", List.of(), List.of(in),
                List.of());
    }
}
