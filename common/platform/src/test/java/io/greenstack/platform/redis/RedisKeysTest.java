package io.greenstack.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.redis.client.impl.ZModem;

/** What scripts touch together has one hash slot in a cluster, and a single server keeps its names. */
class RedisKeysTest {

    @AfterEach
    void single() {
        RedisKeys.tagged(false);
    }

    private static void assertOneSlot(String... keys) {
        assertThat(Stream.of(keys).map(ZModem::generate).distinct()).as(String.join(", ", keys)).hasSize(1);
    }

    @Test
    void keysOfADeviceShareASlotInACluster() {
        RedisKeys.tagged(true);
        for (String id : List.of("sensor-1", "ready", "a:b.c_d")) {
            assertOneSlot(RedisKeys.latest(id), RedisKeys.latestParts(id), RedisKeys.history(id), RedisKeys.shadow(id),
                    RedisKeys.info(id), RedisKeys.layout(id));
            assertOneSlot(RedisKeys.alarmState(id), RedisKeys.ALARM_CHANGES, RedisKeys.alarmDue());
        }
        assertThat(ZModem.generate(RedisKeys.shadow("sensor-1"))).isNotEqualTo(
                ZModem.generate(RedisKeys.shadow("sensor-2")));
        assertThat(RedisKeys.layout("ready")).isNotEqualTo(RedisKeys.LAYOUTS_READY);
    }

    @Test
    void keysOfAScriptShareASlotInACluster() {
        RedisKeys.tagged(true);
        assertOneSlot(RedisKeys.OUTBOUND, RedisKeys.outboundWaiting(), RedisKeys.outboundOctets(),
                RedisKeys.outboundReceipts());
        assertOneSlot(RedisKeys.MASTER_HOLDER, RedisKeys.masterEpoch());
        assertOneSlot(RedisKeys.arrivals("mqtt-bridge"), RedisKeys.arrivalsOrder("mqtt-bridge"));
        assertOneSlot(RedisKeys.deadLetters("mqtt-bridge"), RedisKeys.deadLetterReplay("mqtt-bridge"),
                RedisKeys.deadLetterReplay("influx-ingestion"), RedisKeys.deadLetterReplayJob("1"));
    }

    @Test
    void aSingleServerKeepsTheNames() {
        assertThat(
                List.of(RedisKeys.latest("d"), RedisKeys.shadow("d"), RedisKeys.alarmState("d"), RedisKeys.alarmDue(),
                        RedisKeys.outboundWaiting(), RedisKeys.masterEpoch(), RedisKeys.deadLetters("s"),
                        RedisKeys.deadLetterReplay("s"), RedisKeys.deadLetterReplayJob("j"), RedisKeys.arrivals("s"),
                        RedisKeys.layout("ready")))
                .containsExactly("telemetry:d:latest", "device:shadow:d", "alarm:state:d",
                        "alarm:due", "mqtt:outbound:waiting", "master:epoch", "deadletter:s", "deadletter-replay:s",
                        "deadletter-replay-job:j", "mqtt:arrivals:s", "device:layout:ready/");
    }
}
