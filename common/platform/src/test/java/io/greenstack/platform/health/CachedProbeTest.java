package io.greenstack.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

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
}
