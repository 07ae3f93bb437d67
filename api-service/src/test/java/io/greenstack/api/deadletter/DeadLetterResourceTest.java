package io.greenstack.api.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.localstack.testing.TestServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@ApiTest
class DeadLetterResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BRIDGE = "mqtt-bridge";
    private static final String INGESTION = "influx-ingestion";
    private static final String TIME = "2026-11-24T08:00:00.123Z";

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void clear() {
        for (String service : new String[]{BRIDGE, INGESTION}) {
            redis.key().del("deadletter:" + service, "deadletter-replay:" + service);
        }
    }

    @AfterEach
    void redisIsBack() {
        TestServers.redis().start();
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/dead-letters").then().statusCode(200));
        clear();
    }

    @Test
    void listsAllServicesAndFilters() {
        String first = add(BRIDGE, "not-json", "a", "{", 1);
        String second = add(INGESTION, "not-json", "a", "{", 1);
        String third = add(BRIDGE, "wrong-length", "b", "\u0001", 1);

        given().get("/api/dead-letters").then().statusCode(200).body("id", contains(third, second, first))
                .body("[2].service", equalTo(BRIDGE)).body("[2].reason", equalTo("not-json"))
                .body("[2].topic", equalTo("devices/a/telemetry")).body("[2].device_id", equalTo("a"))
                .body("[2].received_at", equalTo(TIME)).body("[2].payload_size", equalTo(1))
                .body("[2].cut", equalTo(false)).body("[2].payload", nullValue());
        assertThat(ids("service=" + INGESTION)).containsExactly(second);
        assertThat(ids("reason=not-json")).containsExactly(second, first);
        assertThat(ids("device_id=b")).containsExactly(third);
        assertThat(ids("topic=devices/%2B/telemetry")).hasSize(3);
        assertThat(ids("topic=devices/b/%23")).containsExactly(third);
        assertThat(ids("from=" + Instant.now().plusSeconds(60))).isEmpty();
        assertThat(ids("to=" + Instant.now().plusSeconds(60) + "&from=" + Instant.now().minusSeconds(60))).hasSize(3);
        for (String wrong : new String[]{"service=nobody", "from=yesterday", "cursor=x", "size=0"}) {
            given().get("/api/dead-letters?" + wrong).then().statusCode(400).body("code", equalTo("invalid-parameter"));
        }
    }

    @Test
    void pagesByCursor() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(add(i % 2 == 0 ? BRIDGE : INGESTION, "not-json", "a", "x", 1));
        }
        List<String> found = new ArrayList<>();
        String next = "/api/dead-letters?size=3";
        while (next != null) {
            Response page = given().urlEncodingEnabled(false).get(next);
            found.addAll(page.path("id"));
            Matcher link = Pattern.compile("<(/[^>]+)>; ?rel=\"next\"")
                    .matcher(page.header("Link") == null ? "" : page.header("Link"));
            next = link.find() ? link.group(1) : null;
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(all).isEqualTo(ids(""));
    }

    @Test
    void showsThePayloadInAllForms() {
        String text = add(BRIDGE, "not-json", "a", "{\"ä\":", 7);
        String octets = add(BRIDGE, "not-json", "a", "\u0000\u0001", 70_000);

        given().get("/api/dead-letters/" + text).then().statusCode(200).body("payload.text", equalTo("{\"ä\":"))
                .body("payload.hex", equalTo("7B22C3A4223A")).body("payload.base64", equalTo("eyLDpCI6"));
        given().get("/api/dead-letters/" + octets).then().body("payload.text", nullValue())
                .body("payload.hex", equalTo("0001")).body("cut", equalTo(true)).body("payload_size", equalTo(70_000));
        given().get("/api/dead-letters/mqtt-bridge:1-1").then().statusCode(404).contentType("application/problem+json");
        given().get("/api/dead-letters/nonsense").then().statusCode(400);
    }

    @Test
    void countsByServiceAndReason() {
        add(BRIDGE, "not-json", "a", "x", 1);
        add(BRIDGE, "wrong-length", "a", "x", 1);
        add(BRIDGE, "wrong-length", "b", "x", 1);
        given().get("/api/dead-letters/summary").then().statusCode(200).body("service", hasItem(INGESTION))
                .body("find { it.service == 'mqtt-bridge' }.total", equalTo(3))
                .body("find { it.service == 'mqtt-bridge' }.reasons",
                        equalTo(Map.of("wrong-length", 2, "not-json", 1)))
                .body("find { it.service == 'influx-ingestion' }.total", equalTo(0))
                .body("find { it.service == 'influx-ingestion' }.oldest", nullValue());
    }

    @Test
    void aReplayGoesToTheServiceThatGaveItUpAndToNoOther() {
        String letter = add(BRIDGE, "unknown-device", "a", "{}", 2);
        String other = add(INGESTION, "unknown-device", "a", "{}", 2);

        String location = given().post("/api/dead-letters/" + letter + "/replay").then().statusCode(202)
                .body("queued", equalTo(1)).body("finished", equalTo(false)).extract().header("Location");

        assertThat(ids("")).containsExactly(other);
        assertThat(redis.stream(String.class).xlen("deadletter-replay:" + INGESTION)).isZero();
        var waiting = redis.stream(String.class).xrange("deadletter-replay:" + BRIDGE,
                StreamRange.of("-", "+"));
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).payload()).containsEntry("received_at", TIME).containsEntry("topic",
                "devices/a/telemetry").containsEntry("letter_id", letter.substring(letter.indexOf(':') + 1));
        given().get(location).then().statusCode(200).body("queued", equalTo(1)).body("written", equalTo(0));
        given().post("/api/dead-letters/" + letter + "/replay").then().statusCode(404);
        given().get("/api/dead-letters/replays/nobody").then().statusCode(404);
        given().get("/api/dead-letters/summary").then()
                .body("find { it.service == 'mqtt-bridge' }.replays_waiting", equalTo(1));
    }

    @Test
    void aSelectionIsReplayedOldestFirstAndBounded() {
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            letters.add(add(BRIDGE, "unknown-device", "a", "" + i, 1));
        }
        String cut = add(BRIDGE, "unknown-device", "a", "x", 100_000);
        String other = add(BRIDGE, "not-json", "a", "x", 1);

        select(Map.of("filter", Map.of("reason", "unknown-device"), "limit", 3)).post("/api/dead-letters/replay").then()
                .statusCode(202).body("queued", equalTo(3)).body("more", equalTo(true));
        assertThat(ids("")).containsExactly(other, cut, letters.get(4), letters.get(3));
        select(Map.of("all", true)).post("/api/dead-letters/replay").then().statusCode(202).body("queued", equalTo(3))
                .body("cut", equalTo(1)).body("more", equalTo(false));
        assertThat(ids("")).containsExactly(cut);
        given().post("/api/dead-letters/" + cut + "/replay").then().statusCode(409).body("code",
                equalTo("payload-cut"));
        select(Map.of("ids", List.of(cut, letters.get(0)))).post("/api/dead-letters/replay").then().statusCode(202)
                .body("queued", equalTo(0)).body("cut", equalTo(1)).body("gone", equalTo(1))
                .body("finished", equalTo(true));
        var order = redis.stream(String.class).xrange("deadletter-replay:" + BRIDGE,
                StreamRange.of("-", "+"));
        assertThat(order).extracting(entry -> new String(Base64.getDecoder().decode(entry.payload().get("payload")),
                StandardCharsets.UTF_8)).containsExactly("0", "1", "2", "3", "4", "x");
    }

    @Test
    void aSelectionSaysExactlyOneThing() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of(), Map.of("all", false),
                Map.of("filter", Map.of()), Map.of("all", true, "ids", List.of("mqtt-bridge:1-1")),
                Map.of("ids", List.of("x")), Map.of("ids", List.of()), Map.of("all", true, "limit", 0),
                Map.of("filter", Map.of("reason", "x", "typo", "y")))) {
            select(wrong).post("/api/dead-letters/replay").then().statusCode(400)
                    .contentType("application/problem+json");
            select(wrong).post("/api/dead-letters/discard").then().statusCode(400);
        }
    }

    @Test
    void discardsOneSelectedOrByFilter() {
        String one = add(BRIDGE, "not-json", "a", "x", 1);
        String two = add(INGESTION, "not-json", "a", "x", 1);
        String three = add(BRIDGE, "wrong-length", "a", "x", 1);
        given().delete("/api/dead-letters/" + one).then().statusCode(204);
        given().delete("/api/dead-letters/" + one).then().statusCode(404);
        select(Map.of("ids", List.of(two, one))).post("/api/dead-letters/discard").then().statusCode(200)
                .body("discarded", equalTo(1));
        select(Map.of("filter", Map.of("reason", "wrong-length"))).post("/api/dead-letters/discard").then()
                .body("discarded", equalTo(1)).body("more", equalTo(false));
        assertThat(ids("")).doesNotContain(one, two, three).isEmpty();
    }

    @Test
    void withoutRedisItSaysSo() {
        TestServers.redis().stop();
        given().get("/api/dead-letters").then().statusCode(503).contentType("application/problem+json").body("code",
                oneOf("dead-letters-unavailable", "dependency-unavailable"));
        select(Map.of("all", true)).post("/api/dead-letters/replay").then().statusCode(503).body("code",
                endsWith("-unavailable"));
        given().get("/api/dead-letters/summary").then().statusCode(503);
    }

    private List<String> ids(String query) {
        return given().urlEncodingEnabled(false).get("/api/dead-letters?" + (query.isEmpty() ? "size=500" : query))
                .then().statusCode(200).extract()
                .path("id");
    }

    private static RequestSpecification select(Map<String, Object> selection) {
        return given().contentType(ContentType.JSON).body(selection);
    }

    /** Adds a letter and lets its millisecond pass: letters of two services have an order only by time. */
    private String add(String service, String reason, String device, String payload, int size) {
        byte[] octets = payload.getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = new LinkedHashMap<>(Map.of("reason", reason, "detail", "as a test", "topic",
                "devices/" + device + "/telemetry", "qos", "1", "payload", Base64.getEncoder().encodeToString(octets),
                "payload_size", String.valueOf(size > 1000 ? size : octets.length), "device_id", device, "received_at",
                TIME, "traceparent", ""));
        String id = redis.stream(String.class).xadd("deadletter:" + service, fields);
        long stored = Long.parseLong(id.substring(0, id.indexOf('-')));
        await().pollInterval(Duration.ofMillis(1)).until(() -> System.currentTimeMillis() > stored);
        return service + ":" + id;
    }
}
