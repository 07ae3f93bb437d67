package io.greenstack.api.twin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.localstack.testing.TestServers;
import io.greenstack.platform.outbound.OutboundEntry;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.RedisOutboundQueue;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;

/** The database decides; Redis catches up. */
@ApiTest
class TwinOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    RedisDataSource redis;
    @Inject
    RedisOutboundQueue queue;

    @AfterEach
    void everythingIsBack() {
        if (!TestServers.redis().isRunning()) {
            TestServers.redis().start();
        }
        if (!TestServers.postgres().isRunning()) {
            TestServers.postgres().start();
        }
        given().post("/api/breakers/redis/reset").then().statusCode(oneOf(200, 404));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/health").then().statusCode(200));
    }

    private static void register(String id) {
        given().contentType(ContentType.JSON).body(Map.of("device_id", id)).post("/api/devices/register").then()
                .statusCode(201);
    }

    private static void want(String id, String body) {
        given().contentType(ContentType.JSON).body(body).patch("/api/devices/" + id + "/shadow/desired").then()
                .statusCode(200);
    }

    private void expectMirror(String id, String desired) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(
                () -> assertThat(redis.hash(String.class).hget("device:shadow:" + id, "desired")).isEqualTo(desired));
    }

    /** The last message for the device that waits for the bridge. */
    private void expectPublished(String id, String desired) {
        String topic = "devices/" + id + "/config/desired";
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            List<OutboundMessage> all = queue.oldest(10_000).await().atMost(PATIENCE).stream()
                    .map(OutboundEntry::message).filter(message -> message.topic().equals(topic)).toList();
            assertThat(all).isNotEmpty().allMatch(OutboundMessage::retain);
            assertThat(new String(all.get(all.size() - 1).payload(), StandardCharsets.UTF_8))
                    .contains("\"desired\":" + desired);
        });
    }

    @Test
    void withoutRedisTwinsAreReadAndWrittenAndTheCopyFollows() {
        register("away-1");
        TestServers.redis().stop();
        want("away-1", "{\"a\":1}");
        want("away-1", "{\"a\":2}");
        given().get("/api/devices/away-1/shadow").then().statusCode(200).body("desired.a", equalTo(2));
        TestServers.redis().start();
        expectMirror("away-1", "{\"a\":2}");
        expectPublished("away-1", "{\"a\":2}");
    }

    @Test
    void allTwinsAreWrittenAnewWhenRedisForgot() {
        register("away-2");
        want("away-2", "{\"a\":1}");
        expectMirror("away-2", "{\"a\":1}");
        expectPublished("away-2", "{\"a\":1}");
        redis.key().del("device:shadow:away-2", TwinMirror.READY, RedisKeys.OUTBOUND);
        expectMirror("away-2", "{\"a\":1}");
        expectPublished("away-2", "{\"a\":1}");
    }

    @Test
    void withoutTheDatabaseReportsAreRefusedForNowAndNothingIsHalfDone() {
        register("away-3");
        want("away-3", "{\"a\":1}");
        TestServers.postgres().stop();
        String batch = "{\"reports\":[{\"device_id\":\"away-3\",\"payload\":{\"a\":1}}]}";
        given().contentType(ContentType.JSON).body(batch).post("/api/shadows/reports").then().statusCode(503);
        TestServers.postgres().start();
        await().atMost(PATIENCE).untilAsserted(() -> given().contentType(ContentType.JSON).body(batch)
                .post("/api/shadows/reports").then().statusCode(200));
        given().get("/api/devices/away-3/shadow").then().body("version", equalTo(2)).body("desired", equalTo(Map.of()));
    }
}
