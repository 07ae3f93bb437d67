package io.greenstack.bridge.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.EventReader;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.localstack.testing.TestServers;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisScript;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.BreakerState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** A replica, and the one that comes after it: what one remembers of clocks that are ahead, the other knows. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class FirstArrivalsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisView view;
    @Inject
    RedisPipeline pipeline;
    @Inject
    BreakerRegistry breakers;

    private final String service = Broker.device("service");
    private final String device = Broker.device("dev");
    private final Instant now = Instant.parse("2026-11-30T10:00:00.123456789Z");
    private final EventReader reader = new EventReader(ClockRule.DEFAULT);

    @AfterEach
    void recover() {
        TestServers.redis().start();
        await().atMost(LIMIT).until(() -> breakers.breaker("redis").state() == BreakerState.CLOSED);
    }

    /** A replica that has just started. */
    private DeviceTimes replica() {
        return new DeviceTimes(Duration.ofMinutes(1), new SimpleMeterRegistry(), pipeline, service);
    }

    private Instant time(DeviceTimes replica, String time, boolean duplicate, Instant arrival) {
        String payload = "{\"code\":1" + (time == null ? "" : ",\"timestamp\":\"" + time + '"') + '}';
        InboundMessage message = new InboundMessage("devices/" + device + "/events",
                payload.getBytes(StandardCharsets.UTF_8), 1, false, duplicate, arrival);
        return replica.events(message, reader).events().get(0).timestamp().time();
    }

    @Test
    void theNextReplicaKnowsWhenAMessageCameFirst() {
        DeviceTimes first = replica();
        assertThat(time(first, "2026-11-30T12:00:00Z", false, now)).isEqualTo(now);
        assertThat(time(first, "2026-11-30T12:00:01Z", false, now.plusSeconds(1))).isEqualTo(now.plusSeconds(1));

        DeviceTimes next = replica();
        assertThat(time(next, "2026-11-30T12:00:00Z", true, now.plusSeconds(90))).isEqualTo(now);
        assertThat(time(next, "2026-11-30T12:00:01Z", false, now.plusSeconds(91))).isEqualTo(now.plusSeconds(1));
        assertThat(view.timeToLive("mqtt:arrivals:" + service)).isBetween(Duration.ofHours(23), Duration.ofDays(1));
        assertThat(view.timeToLive("mqtt:arrivals-order:" + service)).isPositive();
    }

    @Test
    void theNextReplicaKnowsItAlsoWhenTheTimeLiesAheadNoMore() {
        time(replica(), "2026-11-30T10:02:00Z", false, now);

        assertThat(time(replica(), "2026-11-30T10:02:00Z", true, now.plusSeconds(300))).isEqualTo(now);
    }

    @Test
    void whatWasPublishedAnewIsKnownAnew() {
        DeviceTimes first = replica();
        time(first, "2026-11-30T12:00:00Z", false, now);
        time(first, "2026-11-30T12:00:00Z", false, now.plusSeconds(5));

        assertThat(time(replica(), "2026-11-30T12:00:00Z", true, now.plusSeconds(90))).isEqualTo(now.plusSeconds(5));
    }

    @Test
    void ofOrdinaryMessagesNothingIsNotedAndOfAKnownOneNothingMore() {
        DeviceTimes replica = replica();
        time(replica, null, false, now);
        time(replica, "2026-11-30T10:00:30Z", false, now);
        time(replica, "2026-11-30T09:00:00Z", false, now);
        assertThat(noted()).isFalse();

        time(replica, "2026-11-30T12:00:00Z", false, now);
        assertThat(noted()).isTrue();
        view.command(Command.DEL, "mqtt:arrivals:" + service);
        assertThat(time(replica, "2026-11-30T12:00:00Z", true, now.plusSeconds(9))).isEqualTo(now);
        assertThat(noted()).isFalse();
    }

    private boolean noted() {
        return view.command(Command.EXISTS, "mqtt:arrivals:" + service).toInteger() == 1;
    }

    @Test
    void whileRedisIsAwayAReplicaRemembersByItself() {
        DeviceTimes replica = replica();
        time(replica, "2026-11-30T12:00:00Z", false, now);
        TestServers.redis().stop();

        assertThat(time(replica, "2026-11-30T12:00:00Z", true, now.plusSeconds(9))).isEqualTo(now);
        assertThat(time(replica, "2026-11-30T12:00:01Z", false, now)).isEqualTo(now);
        assertThat(time(replica, "2026-11-30T12:00:01Z", true, now.plusSeconds(9))).isEqualTo(now);
        assertThat(time(replica, "2026-11-30T09:00:00Z", true, now)).isEqualTo("2026-11-30T09:00:00Z");
    }

    @Test
    void onlyTheNewestAreKept() {
        note(0, 25);
        assertThat(view.command(Command.HKEYS, "a:" + service)).extracting(Response::toString)
                .containsExactlyInAnyOrder("15", "16", "17", "18", "19", "20", "21", "22", "23", "24");

        view.command(Command.DEL, "o:" + service);
        note(100, 3);
        assertThat(view.command(Command.HLEN, "a:" + service).toInteger()).isEqualTo(3);
        assertThat(view.command(Command.LLEN, "o:" + service).toInteger()).isEqualTo(3);
    }

    /** Notes messages by their number, ten of which are kept. */
    private void note(int from, int count) {
        RedisScript script = new RedisScript(DeviceTimes.class, "first-arrivals.lua");
        Request call = script.call(2).arg("a:" + service).arg("o:" + service).arg(10).arg(60_000).arg(0);
        for (int i = from; i < from + count; i++) {
            call.arg(i).arg(i);
        }
        script.run(pipeline, List.of(call)).await().atMost(LIMIT);
    }
}
