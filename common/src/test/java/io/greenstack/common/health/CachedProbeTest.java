package io.greenstack.common.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.greenstack.common.mqtt.IngressStatus;

class CachedProbeTest {

    @Test
    void asksOnceWithinItsTime() {
        AtomicInteger questions = new AtomicInteger();
        CachedProbe probe = new CachedProbe("store", Duration.ofMinutes(1), () -> {
            questions.incrementAndGet();
            return DependencyState.up("store");
        });
        assertThat(probe.state().up()).isTrue();
        assertThat(probe.state().up()).isTrue();
        assertThat(questions).hasValue(1);
    }

    @Test
    void asksAgainAfterwards() {
        AtomicInteger questions = new AtomicInteger();
        CachedProbe probe = new CachedProbe("store", Duration.ZERO, () -> {
            questions.incrementAndGet();
            return DependencyState.up("store");
        });
        probe.state();
        probe.state();
        assertThat(questions).hasValue(2);
    }

    @Test
    void turnsAnExceptionIntoDown() {
        CachedProbe probe = new CachedProbe("store", Duration.ZERO, () -> {
            throw new IllegalStateException("no route");
        });
        assertThat(probe.state()).isEqualTo(
                new DependencyState("store", false, true, "no route"));
    }

    @Test
    void brokerIsUpOnlyWithItsSubscriptions() {
        assertThat(MqttProbe.of(new IngressStatus(false, false, 0, 0, 0, 0, 0, null, null)).detail())
                .isEqualTo("not connected yet");
        assertThat(MqttProbe.of(new IngressStatus(true, false, 0, 0, 0, 0, 1, null, null)))
                .isEqualTo(DependencyState.up("mqtt"));
        assertThat(MqttProbe.of(new IngressStatus(true, true, 1, 10, 20, 20, 1, null, null)).detail()).contains("20");
    }
}
