package io.greenstack.bridge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class TrafficTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Redis redis;

    private Response send(Request request) throws Exception {
        return redis.send(request).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatIsWatchedIsShownAndNothingElse() throws Exception {
        String device = Broker.device("watch");
        List<JsonObject> seen = new CopyOnWriteArrayList<>();
        RedisConnection viewer = redis.connect().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        viewer.handler(message -> {
            if (message.size() > 2 && "message".equals(message.get(0).toString())) {
                seen.add(new JsonObject(message.get(2).toString()));
            }
        });
        viewer.send(Request.cmd(Command.SUBSCRIBE).arg(RedisKeys.TRAFFIC_CHANNEL));
        send(Request.cmd(Command.ZADD).arg(RedisKeys.WATCHED_FILTERS).arg(System.currentTimeMillis() + 60_000)
                .arg("devices/" + device + "/note/+"));
        send(Request.cmd(Command.ZADD).arg(RedisKeys.WATCHED_FILTERS).arg(System.currentTimeMillis() - 1)
                .arg("devices/" + device + "/old"));
        try (MqttTestClient client = Broker.connect()) {
            await().atMost(LIMIT).untilAsserted(() -> {
                client.publish("devices/" + device + "/old", "no");
                client.publish("devices/" + device + "/note/a", "hello");
                assertThat(seen).isNotEmpty();
            });
        }
        assertThat(seen).allSatisfy(message -> {
            assertThat(message.getString("topic")).isEqualTo("devices/" + device + "/note/a");
            assertThat(message.getString("payload")).isEqualTo("hello");
        });
        viewer.close();
    }

    @Test
    void theBridgeTellsHowItIsConnected() throws Exception {
        await().atMost(LIMIT).untilAsserted(() -> {
            Response bridges = send(Request.cmd(Command.SMEMBERS).arg(RedisKeys.BRIDGES));
            assertThat(bridges.size()).isPositive();
            JsonObject status = new JsonObject(send(
                    Request.cmd(Command.GET).arg(RedisKeys.bridgeStatus(bridges.get(0).toString()))).toString());
            assertThat(status.getBoolean("publisher_connected")).isTrue();
            assertThat(status.getJsonObject("lanes").getJsonObject("responses").getBoolean("connected")).isTrue();
            assertThat(status.getJsonObject("lanes").getJsonObject("telemetry").getBoolean("connected")).isTrue();
            assertThat(status.getJsonObject("statistics")).as("the test broker publishes none").isEmpty();
        });
    }
}
