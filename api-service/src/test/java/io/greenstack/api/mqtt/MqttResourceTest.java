package io.greenstack.api.mqtt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.RedisOutboundQueue;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.pubsub.PubSubCommands.RedisSubscriber;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@ApiTest
class MqttResourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    RedisOutboundQueue queue;
    @Inject
    RedisDataSource redis;

    private static ValidatableResponse publish(Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/mqtt/publish").then();
    }

    private OutboundMessage queued(String id) {
        return queue.oldest(1000).await().atMost(LIMIT).stream().map(entry -> entry.message())
                .filter(message -> message.id().equals("publish:" + id)).findFirst().orElseThrow();
    }

    @Test
    void anyMessageIsQueued() {
        String text = publish(Map.of("topic", "plant/é", "message", "on", "qos", 1, "retain", true)).statusCode(202)
                .body("state", equalTo("queued")).body("qos", equalTo(1)).extract().path("id");
        OutboundMessage message = queued(text);
        assertThat(message.topic()).isEqualTo("plant/é");
        assertThat(message.payload()).asString(StandardCharsets.UTF_8).isEqualTo("on");
        assertThat(message.qos()).isEqualTo(1);
        assertThat(message.retain()).isTrue();
        String json = publish(Map.of("topic", "a", "message", Map.of("b", List.of(1, 2)))).statusCode(202).extract()
                .path("id");
        assertThat(queued(json).payload()).asString(StandardCharsets.UTF_8).isEqualTo("{\"b\":[1,2]}");
        assertThat(queued(json).qos()).isZero();
        String octets = publish(Map.of("topic", "a", "base64", "/wA=")).statusCode(202).extract().path("id");
        assertThat(queued(octets).payload()).containsExactly(255, 0);
        String once = publish(Map.of("topic", "/".repeat(127), "message", "m", "qos", 2)).statusCode(202).extract()
                .path("id");
        assertThat(queued(once).qos()).isEqualTo(2);
    }

    @Test
    void whatCannotBePublishedIsRefused() {
        for (String topic : List.of("", "a/+", "a/#", "$SYS/x", "a\u0000b", "x".repeat(1025), "a\uFFFF", "a\uFDD0",
                "a\uD83F\uDFFE", "/".repeat(128))) {
            publish(Map.of("topic", topic, "message", "m")).statusCode(400).body("errors[0].field", equalTo("topic"));
        }
        publish(Map.of("topic", "a")).statusCode(400);
        publish(Map.of("topic", "a", "message", "m", "base64", "")).statusCode(400);
        publish(Map.of("topic", "a", "base64", "???")).statusCode(400).body("errors[0].field", equalTo("base64"));
        publish(Map.of("topic", "a", "message", "m", "qos", 3)).statusCode(400);
        publish(Map.of("topic", "a", "message", "x".repeat(256 * 1024 + 1))).statusCode(413);
    }

    @Test
    void aViewerSeesWhatItsFilterMatchesAndHowMuchIsMissing() throws Exception {
        AtomicInteger announced = new AtomicInteger();
        RedisSubscriber bridge = redis.pubsub(String.class).subscribe(RedisKeys.WATCHED_FILTERS,
                message -> announced.incrementAndGet());
        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/api/mqtt/stream?topic=devices/%2B/status"))
                .build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(
                    redis.sortedSet(String.class).zscore(RedisKeys.WATCHED_FILTERS, "devices/+/status")).isPresent());
            await().atMost(LIMIT).untilAsserted(() -> assertThat(
                    redis.execute("PUBSUB", "NUMSUB", RedisKeys.TRAFFIC_CHANNEL).get(1).toInteger()).isEqualTo(1));
            await().atMost(LIMIT).until(() -> announced.get() > 0);
            bridge.unsubscribe();
            tell("{\"topic\":\"devices/a/telemetry\",\"payload\":\"not this\"}");
            tell("{\"topic\":\"devices/a/status\",\"payload\":\"this\"}");
            tell("{\"dropped\":7}");
            assertThat(data(lines)).isEqualTo("{\"topic\":\"devices/a/status\",\"payload\":\"this\"}");
            assertThat(data(lines)).isEqualTo("{\"dropped\":7}");
        }
    }

    private void tell(String message) {
        redis.pubsub(String.class).publish(RedisKeys.TRAFFIC_CHANNEL, message);
    }

    private static String data(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("data:")) {
            line = lines.readLine();
        }
        return line.substring("data:".length()).strip();
    }

    @Test
    void whatIsNoFilterCannotBeWatched() {
        for (String filter : List.of("", "a%23", "%23/a", "$share/g/a", "a%00")) {
            given().urlEncodingEnabled(false).get("/api/mqtt/stream?topic=" + filter).then().statusCode(400);
        }
        given().get("/api/mqtt/stream").then().statusCode(400);
    }

    @Test
    void aSessionWhoseReplicaSaysNothingIsOrphanedAndCanBeTakenOver() throws Exception {
        redis.hash(String.class).hset(RedisKeys.SESSIONS, Map.of(
                "ingestion-0", "{\"service\":\"test-ingestion\",\"seen\":" + System.currentTimeMillis() + "}",
                "ingestion-1",
                "{\"service\":\"test-ingestion\",\"seen\":" + (System.currentTimeMillis() - 60_000) + "}",
                "ingestion-2", "{\"service\":\"test-ingestion\",\"seen\":1}", "ingestion-3", "{\"service\":"));
        given().get("/api/mqtt/status").then().body("sessions", hasSize(2))
                .body("sessions[0].client_id", equalTo("ingestion-0")).body("sessions[0].state", equalTo("used"))
                .body("sessions[1].client_id", equalTo("ingestion-1")).body("sessions[1].state", equalTo("orphaned"))
                .body("sessions[1].service", equalTo("test-ingestion"));
        assertThat(redis.hash(String.class).hkeys(RedisKeys.SESSIONS)).containsOnly("ingestion-0", "ingestion-1");
        given().post("/api/mqtt/sessions/ingestion-2/adopt").then().statusCode(404)
                .body("code", equalTo("unknown-session"));
        given().post("/api/mqtt/sessions/ingestion-0/adopt").then().statusCode(409)
                .body("code", equalTo("session-in-use"));
        given().post("/api/mqtt/sessions/ingestion-1/adopt").then().statusCode(503).body("code", equalTo("no-replica"));
        List<String> heard = new CopyOnWriteArrayList<>();
        RedisSubscriber subscriber = redis.pubsub(String.class).subscribe(RedisKeys.adoptions("test-ingestion"),
                heard::add);
        given().post("/api/mqtt/sessions/ingestion-1/adopt").then().statusCode(202)
                .body("client_id", equalTo("ingestion-1"));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(heard).containsExactly("ingestion-1"));
        given().queryParam("method", "POST").queryParam("size", 1).get("/api/audit").then()
                .body("[0].before", containsString("ingestion-1"));
        subscriber.unsubscribe();
        redis.key().del(RedisKeys.SESSIONS);
    }

    @Test
    void theStatusSaysWhatBridgesSayAndMakesNothingUp() {
        given().get("/api/mqtt/status").then().statusCode(200).body("state", equalTo("unavailable"))
                .body("statistics", equalTo("unavailable")).body("clients_connected", nullValue());
        redis.set(String.class).sadd(RedisKeys.BRIDGES, "b1", "gone");
        redis.value(String.class).set(RedisKeys.bridgeStatus("b1"), "{\"instance\":\"b1\",\"broker\":\"mqtt:1883\","
                + "\"tls\":false,\"publisher_connected\":true,\"lanes\":{\"telemetry\":{\"connected\":true}},"
                + "\"statistics\":{\"clients_connected\":3}}");
        given().get("/api/mqtt/status").then().body("state", equalTo("running")).body("broker", equalTo("mqtt:1883"))
                .body("statistics", equalTo("available")).body("clients_connected", equalTo(3))
                .body("bridges", hasSize(1)).body("bridges[0].lanes.telemetry.connected", equalTo(true));
        assertThat(redis.set(String.class).smembers(RedisKeys.BRIDGES)).containsExactly("b1");
        redis.key().del(RedisKeys.bridgeStatus("b1"), RedisKeys.BRIDGES);
    }
}
