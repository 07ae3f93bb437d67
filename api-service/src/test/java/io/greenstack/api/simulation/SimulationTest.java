package io.greenstack.api.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.api.Samples;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.descriptions.EventBook;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;

@ApiTest
class SimulationTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisDataSource redis;
    @Inject
    DescriptionService descriptions;

    private final String device = "sim-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void stop() {
        given().delete("/api/simulations/" + device);
    }

    @Test
    void aDeviceOfADescriptionRegistersAndSpeaks() {
        int id = Samples.imported(Samples.conditional(3701));
        create(Map.of("description_id", id, "device_id", device, "interval_ms", 200)).statusCode(201)
                .body("device_id", equalTo(device)).body("fields.key", notNullValue());
        given().get("/api/simulations").then().body("device_id", hasItem(device));
        await().atMost(LIMIT).until(() -> said("telemetry").size() >= 5);

        JsonObject registration = said("register").get(0);
        assertThat(registration.getJsonObject("iolink").getInteger("device_id")).isEqualTo(3701);
        assertThat(registration.getBoolean("simulated")).isTrue();
        assertThat(said("status").get(0).getString("state")).isEqualTo("connected");
        ProcessDataDecoder decoder = ProcessDataDecoder.of(descriptions.layout(id));
        Set<String> readings = new HashSet<>();
        for (JsonObject reading : said("telemetry")) {
            byte[] octets = HexFormat.of().parseHex(reading.getString("processDataIn"));
            assertThat(decoder.decode(Direction.IN, octets, ParameterValues.NONE).values()).isNotEmpty()
                    .extracting(DecodedValue::status).containsOnlyNulls();
            readings.add(reading.getString("timestamp"));
        }
        assertThat(readings).hasSizeGreaterThanOrEqualTo(5);

        given().delete("/api/simulations/" + device).then().statusCode(204);
        await().atMost(LIMIT).until(() -> said("status").stream()
                .anyMatch(state -> "disconnected".equals(state.getString("state"))));
        given().get("/api/simulations").then().body("device_id", not(hasItem(device)));
    }

    @Test
    void specialValuesAndEventsComeOnDemand() {
        int id = Samples.imported(Samples.conditional(3702));
        Map<String, Object> field = create(
                Map.of("description_id", id, "device_id", device, "interval_ms", 200, "events", false)).statusCode(201)
                .extract().jsonPath().getMap("fields.find { it.specials != null && it.specials.size() > 0 }");
        String key = field.get("key").toString();
        String special = ((List<?>) field.get("specials")).get(0).toString();
        show(Map.of(key, special)).statusCode(200).body("instead." + key, equalTo(special));
        int before = said("telemetry").size();
        await().atMost(LIMIT).until(() -> said("telemetry").size() > before + 2);

        List<JsonObject> readings = said("telemetry");
        byte[] octets = HexFormat.of()
                .parseHex(readings.get(readings.size() - 1).getString("processDataIn"));
        assertThat(ProcessDataDecoder.of(descriptions.layout(id)).decode(Direction.IN, octets, ParameterValues.NONE)
                .values()).anySatisfy(value -> assertThat(value.status()).isEqualTo(special));
        show(Map.of("nonsense", 1)).statusCode(400);
        given().contentType(ContentType.JSON).body(Map.of("code", 36_000, "mode", "appears"))
                .post("/api/simulations/" + device + "/events").then().statusCode(204);
        assertThat(said("events").get(0).getInteger("code")).isEqualTo(36_000);
    }

    @Test
    void whatCannotBeSimulatedIsRefused() {
        int id = Samples.imported(Samples.conditional(3703));
        create(Map.of("description_id", 999_999_999, "device_id", device)).statusCode(404);
        create(Map.of("description_id", id, "device_id", "no/id")).statusCode(400);
        create(Map.of("description_id", id, "device_id", device, "interval_ms", 1)).statusCode(400);
        create(Map.of("description_id", id, "device_id", device)).statusCode(201);
        create(Map.of("description_id", id, "device_id", device)).statusCode(409).body("code",
                equalTo("simulation-exists"));
        given().get("/api/simulations/nobody-" + device).then().statusCode(404);
    }

    @Test
    void eventsOfTheDescriptionTakeTurns() {
        EventBook book = new EventBook() {
            @Override
            public List<String> languages() {
                return List.of();
            }

            @Override
            public List<EventText> all(String language) {
                return List.of(new EventText(1, "Error", "a", null, false),
                        new EventText(2, "Warning", "b", null, false));
            }
        };
        List<String> happened = new ArrayList<>();
        for (int second = 1; second < 320; second++) {
            SimulatedEvents.Step step = SimulatedEvents.between(second - 1, second, book);
            if (step != null) {
                happened.add(second + " " + step.code() + " " + step.mode() + " " + step.type());
            }
        }
        assertThat(happened).containsExactly("60 1 appears error", "120 1 disappears error", "180 2 appears warning",
                "240 2 disappears warning", "300 1 appears error");
        assertThat(SimulatedEvents.between(59.5, 60, EventBook.EMPTY).code()).isEqualTo(0x8C10);
    }

    private static ValidatableResponse create(Map<String, Object> request) {
        return given().contentType(ContentType.JSON).body(request).post("/api/simulations").then();
    }

    private ValidatableResponse show(Map<String, Object> values) {
        return given().contentType(ContentType.JSON).body(Map.of("values", values, "seconds", 60))
                .post("/api/simulations/" + device + "/show").then();
    }

    /** What waits for the bridge of a kind of message of the device, oldest first. */
    private List<JsonObject> said(String kind) {
        List<JsonObject> said = new ArrayList<>();
        for (StreamMessage<String, String, byte[]> message : redis.stream(String.class, String.class, byte[].class)
                .xrange(RedisKeys.OUTBOUND, StreamRange.of("-", "+"))) {
            Map<String, byte[]> fields = message.payload();
            if (("devices/" + device + "/" + kind).equals(new String(fields.get("topic")))) {
                said.add(new JsonObject(new String(fields.get("payload"))));
            }
        }
        return said;
    }
}
