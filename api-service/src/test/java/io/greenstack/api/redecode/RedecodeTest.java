package io.greenstack.api.redecode;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.localstack.server.QuestDbSql;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.restassured.http.ContentType;

/** Stored process data is handed to ingestion again, here without one that decodes it. */
@ApiTest
class RedecodeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUEUE = "deadletter-replay:influx-ingestion";

    @Inject
    RedisDataSource redis;

    @ConfigProperty(name = "greenstack.telemetry.influx.url")
    String store;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeEach
    void nothingWaits() {
        redis.key().del(QUEUE);
    }

    private static void register(String id, int deviceId) {
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", id, "iolink", Map.of("vendor_id", 65535, "device_id", deviceId)))
                .post("/api/devices/register").then().statusCode(201);
    }

    private void stored(String device, int readings) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < readings; i++) {
            lines.append("device_raw,device_id=").append(device).append(",direction=").append(i % 2 == 0 ? "in" : "out")
                    .append(" hex=\"").append(String.format("%04X", i)).append("\" ")
                    .append(now.minusSeconds(i + 1).toEpochMilli()).append("000000\n");
        }
        HttpResponse<String> response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(store
                + "/api/v2/write?precision=ns&org=greenstack&bucket=device-telemetry"))
                .POST(HttpRequest.BodyPublishers.ofString(lines.toString())).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    private List<String> queued(String device) {
        List<String> payloads = new ArrayList<>();
        for (StreamMessage<String, String, String> entry : redis.stream(String.class).xrange(QUEUE,
                StreamRange.of("-", "+"))) {
            if (entry.payload().get("topic").equals("devices/" + device + "/telemetry")) {
                payloads.add(new String(Base64.getDecoder().decode(entry.payload().get("payload"))));
            }
        }
        return payloads;
    }

    private static String begin(Map<String, Object> request) {
        return given().contentType(ContentType.JSON).body(request).post("/api/telemetry/redecode").then()
                .statusCode(202)
                .header("Location", containsString("/api/telemetry/redecode/")).extract().header("Location");
    }

    @Test
    void theRawDataOfADeviceGoesToIngestionAndTheJobTellsHowItFares() throws Exception {
        register("redo-1", 5901);
        stored("redo-1", 450);
        await().atMost(PATIENCE).untilAsserted(() -> {
            redis.key().del(QUEUE);
            String job = begin(
                    Map.of("device_id", "redo-1", "from", now.minusSeconds(400).toString(), "to", now.toString()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> given().get(job).then().body("state", equalTo("decoding")).body("queued",
                            equalTo(400)));
        });
        assertThat(queued("redo-1")).hasSize(400).contains(
                "{\"processDataIn\":\"0000\",\"timestamp\":\"" + now.minusSeconds(1) + "\"}",
                "{\"processDataOut\":\"0001\",\"timestamp\":\"" + now.minusSeconds(2) + "\"}");
    }

    @Test
    void aJobIsFinishedWhenEachMessageHasMetItsFate() throws Exception {
        register("redo-2", 5902);
        String location = begin(Map.of("device_id", "redo-2"));
        String key = "deadletter-replay-job:" + location.substring(location.lastIndexOf('/') + 1);
        await().atMost(PATIENCE).untilAsserted(() -> given().get(location).then().body("state", equalTo("finished")));
        redis.hash(String.class).hincrby(key, "queued", 3);
        given().get(location).then().body("state", equalTo("decoding"));
        redis.hash(String.class).hincrby(key, "written", 2);
        redis.hash(String.class).hincrby(key, "dead_lettered", 1);
        given().get(location).then().body("state", equalTo("finished")).body("written", equalTo(2))
                .body("dead_lettered", equalTo(1)).body("devices", equalTo(1)).body("devices_read", equalTo(1));
        redis.hash(String.class).hset(key, Map.of("state", "READING", "noted_at", "2026-01-01T00:00:00Z"));
        given().get(location).then().body("state", equalTo("failed"));
    }

    /** What a device sent while nobody knew how to decode it becomes values as soon as somebody does. */
    @Test
    void aDescriptionThatArrivesHasTheRawDataOfItsDevicesDecoded() throws Exception {
        register("redo-3", 5903);
        stored("redo-3", 3);
        await().atMost(PATIENCE).untilAsserted(() -> {
            String job = begin(Map.of("device_id", "redo-3"));
            await().atMost(PATIENCE).untilAsserted(() -> given().get(job).then().body("queued", equalTo(3)));
        });
        redis.key().del(QUEUE);
        Samples.imported(Samples.simple(5903));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(queued("redo-3")).hasSize(3));
    }

    /** The same where the description was there first, and the device tells only later what it is. */
    @Test
    void aDeviceThatIsBoundLaterHasItsRawDataDecoded() throws Exception {
        Samples.imported(Samples.simple(5907));
        given().contentType(ContentType.JSON).body(Map.of("device_id", "redo-7")).post("/api/devices/register").then()
                .statusCode(201);
        stored("redo-7", 3);
        await().atMost(PATIENCE).untilAsserted(() -> {
            String job = begin(Map.of("device_id", "redo-7"));
            await().atMost(PATIENCE).untilAsserted(() -> given().get(job).then().body("queued", equalTo(3)));
        });
        redis.key().del(QUEUE);
        given().contentType(ContentType.JSON)
                .body(Map.of("device_id", "redo-7", "iolink", Map.of("vendor_id", 65535, "device_id", 5907)))
                .post("/api/devices/register").then().statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(queued("redo-7")).hasSize(3));
    }

    private void noted(String device, Instant first, Instant last, Instant seen) {
        redis.hash(String.class).hset("device:unregistered", device, first.toEpochMilli() * 1000 + " "
                + last.toEpochMilli() * 1000 + " " + seen.toEpochMilli() + " 3 6");
    }

    private boolean isNoted(String device) {
        return redis.hash(String.class).hexists("device:unregistered", device);
    }

    /** Ingestion kept what came before the registration, and noted it. */
    @Test
    void whatADeviceSentBeforeItWasRegisteredIsDecodedOnceItHasADescription() throws Exception {
        stored("redo-8", 3);
        noted("redo-8", now.minusSeconds(3), now.minusSeconds(1), now.minusSeconds(60));
        register("redo-8", 5908);
        awaitVisible("redo-8", 3);
        assertThat(queued("redo-8")).isEmpty();
        assertThat(isNoted("redo-8")).isTrue();

        Samples.imported(Samples.simple(5908));

        await().atMost(PATIENCE).until(() -> !isNoted("redo-8"));
        assertThat(queued("redo-8")).contains(
                "{\"processDataIn\":\"0000\",\"timestamp\":\"" + now.minusSeconds(1) + "\"}",
                "{\"processDataIn\":\"0002\",\"timestamp\":\"" + now.minusSeconds(3) + "\"}");
    }

    /** What the note names is decoded whole, however far back it reaches. */
    @Test
    void whatCameBeforeTheRegistrationIsDecodedAtTheRegistrationWhereTheDescriptionIsThere() throws Exception {
        Samples.imported(Samples.simple(5909));
        stored("redo-9", 3);
        awaitVisible("redo-9", 3);
        noted("redo-9", now.minusSeconds(3), now.minusSeconds(1), now.minusSeconds(60));
        register("redo-9", 5909);

        await().atMost(PATIENCE).until(() -> !isNoted("redo-9"));
        assertThat(queued("redo-9")).hasSize(3);
    }

    /** A store may show what it took only after a while, so what is young is decoded at once, and once more later. */
    @Test
    void whatCameJustNowIsDecodedAtOnceAndItsNoteStays() throws Exception {
        Samples.imported(Samples.simple(5910));
        stored("redo-10", 3);
        awaitVisible("redo-10", 3);
        noted("redo-10", now.minusSeconds(3), now.minusSeconds(1), Instant.now().plusSeconds(60));
        register("redo-10", 5910);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(queued("redo-10")).hasSize(3));
        assertThat(isNoted("redo-10")).isTrue();
        redis.key().del("device:unregistered");
    }

    private void awaitVisible(String device, int readings) {
        QuestDbSql sql = new QuestDbSql(store);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> sql.number(
                "SELECT count() FROM device_raw WHERE device_id = '" + device + "'") == readings);
    }

    @Test
    void aDeviceThatIsNotRegisteredInTimeIsForgotten() {
        noted("redo-late", now.minusSeconds(200_000), now.minusSeconds(100_000), now.minusSeconds(90_000));
        noted("redo-young", now.minusSeconds(200_000), now.minusSeconds(100_000), now.minusSeconds(80_000));
        await().atMost(PATIENCE).until(() -> !isNoted("redo-late"));
        assertThat(isNoted("redo-young")).isTrue();
        redis.key().del("device:unregistered");
    }

    @Test
    void allDevicesOfADescriptionAreTaken() throws Exception {
        register("redo-4", 5904);
        register("redo-5", 5904);
        Samples.imported(Samples.simple(5904));
        int description = given().get("/api/devices/redo-4").then().extract().path("binding.description_id");
        String job = begin(Map.of("description_id", description));
        await().atMost(PATIENCE).untilAsserted(() -> given().get(job).then().body("state", equalTo("finished"))
                .body("devices_read", equalTo(2)));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        register("redo-6", 5906);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of(),
                Map.of("device_id", "redo-6", "description_id", 1),
                Map.of("device_id", "redo-6", "from", now.toString(), "to", now.minusSeconds(1).toString()))) {
            given().contentType(ContentType.JSON).body(wrong).post("/api/telemetry/redecode").then().statusCode(400);
        }
        given().contentType(ContentType.JSON).body(Map.of("device_id", "nobody-at-all")).post("/api/telemetry/redecode")
                .then()
                .statusCode(404);
        given().contentType(ContentType.JSON).body(Map.of("description_id", 987654321)).post("/api/telemetry/redecode")
                .then()
                .statusCode(409).body("code", equalTo("no-device"));
        given().get("/api/telemetry/redecode/none").then().statusCode(404);
    }
}
