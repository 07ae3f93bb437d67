package io.greenstack.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachedProbeTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final CountDownLatch frozen = new CountDownLatch(1);
    private CachedProbe probe;

    @AfterEach
    void close() {
        frozen.countDown();
        probe.close();
    }

    @Test
    void whoAsksIsToldWithoutAQuestionToTheDependency() {
        AtomicInteger questions = new AtomicInteger();
        probe = new CachedProbe("store", true, Duration.ofHours(1), () -> {
            questions.incrementAndGet();
            return null;
        });
        assertThat(probe.state().up()).isTrue();
        assertThat(probe.state().up()).isTrue();
        assertThat(questions).hasValue(1);
        assertThat(probe.state().observation().changes()).isZero();
    }

    @Test
    void whoAsksLaterMakesItAskAnew() {
        AtomicInteger questions = new AtomicInteger();
        probe = new CachedProbe("store", true, Duration.ofMillis(1), Duration.ofHours(1), () -> {
            questions.incrementAndGet();
            return null;
        });
        await().until(() -> probe.state().up() && questions.get() > 3);
    }

    @Test
    void anExceptionIsTroubleAndTheNextAnswerIsNews() {
        AtomicBoolean away = new AtomicBoolean(true);
        probe = new CachedProbe("store", false, OFTEN, () -> {
            if (away.get()) {
                throw new IllegalStateException("no route");
            }
            return null;
        });
        assertThat(probe.state().up()).isFalse();
        assertThat(probe.state().detail()).isEqualTo("no route");
        assertThat(probe.state().required()).isFalse();

        away.set(false);
        await().until(() -> probe.state().up());
        assertThat(probe.state().observation().changes()).isOne();
    }

    @Test
    void aFrozenDependencyIsDownAfterAMoment() {
        AtomicBoolean freezes = new AtomicBoolean();
        probe = new CachedProbe("store", true, OFTEN, () -> {
            if (freezes.get()) {
                frozen.await();
            }
            return null;
        });
        assertThat(probe.state().up()).isTrue();

        freezes.set(true);
        await().until(() -> !probe.state().up());
        assertThat(probe.state().detail()).startsWith("no answer for");
        assertThat(probe.state().observation().age()).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void oneThatNeverAnsweredIsDown() {
        probe = new CachedProbe("store", true, OFTEN, () -> {
            frozen.await();
            return null;
        });
        assertThat(probe.state()).isEqualTo(new DependencyState("store", false, true, "not answering"));
    }
}
