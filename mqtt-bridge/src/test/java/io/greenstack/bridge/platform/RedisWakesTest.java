package io.greenstack.bridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.core.message.RejectReason;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.deadletter.DeadLetter;
import io.greenstack.platform.deadletter.ReplayQueue;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisWakes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Who rests is woken by whoever has something for him, also after a connection that was lost. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class RedisWakesTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    RedisWakes wakes;
    @Inject
    ReplayQueue replays;
    @Inject
    Redis redis;

    private Response send(Request request) throws Exception {
        return redis.send(request).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private AtomicInteger wokenBy(String stream) {
        AtomicInteger woken = new AtomicInteger();
        wakes.on(stream, woken::incrementAndGet);
        await().atMost(LIMIT).until(() -> woken.get() == 1);
        return woken;
    }

    @Test
    void eachIsWokenByItsOwnStreamAndByALostConnection() throws Exception {
        String first = "wakes:" + UUID.randomUUID();
        String second = "wakes:" + UUID.randomUUID();
        AtomicInteger ofFirst = wokenBy(first);
        AtomicInteger ofSecond = wokenBy(second);

        send(Request.cmd(Command.PUBLISH).arg(first).arg(""));
        await().atMost(LIMIT).until(() -> ofFirst.get() == 2);
        assertThat(ofSecond).hasValue(1);

        send(Request.cmd(Command.CLIENT).arg("KILL").arg("TYPE").arg("pubsub"));
        await().atMost(LIMIT).until(() -> ofFirst.get() == 3 && ofSecond.get() == 2);
        send(Request.cmd(Command.PUBLISH).arg(second).arg(""));
        await().atMost(LIMIT).until(() -> ofSecond.get() == 3);
        assertThat(ofFirst).hasValue(3);
    }

    @Test
    void aReplayWakesTheServiceThatItIsFor() {
        String service = "service-" + UUID.randomUUID();
        AtomicInteger woken = wokenBy(RedisKeys.deadLetterReplay(service));

        replays.add(service, List.of(new DeadLetter(RejectReason.UNKNOWN_DEVICE, "unknown", "devices/x/telemetry",
                1, new byte[0], "x", Instant.now(), null)), "job-" + service, Map.of()).await().atMost(LIMIT);

        await().atMost(LIMIT).until(() -> woken.get() == 2);
    }
}
