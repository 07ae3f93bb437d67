package io.greenstack.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final AtomicLong now = new AtomicLong();
    private final RateLimiter limiter = new RateLimiter(10, 3, now::get);

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void aBurstPassesAndThenTheRateHolds() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.take("a")).isZero();
        }
        assertThat(limiter.take("a")).isEqualTo(100);
        pass(50);
        assertThat(limiter.take("a")).isEqualTo(50);
        pass(50);
        assertThat(limiter.take("a")).isZero();
        assertThat(limiter.take("a")).isEqualTo(100);
    }

    @Test
    void principalsDoNotDisturbEachOther() {
        for (int i = 0; i < 4; i++) {
            limiter.take("a");
        }
        assertThat(limiter.take("b")).isZero();
    }

    @Test
    void aPauseSavesNoMoreThanABurst() {
        limiter.take("a");
        pass(3_600_000);
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.take("a")).isZero();
        }
        assertThat(limiter.take("a")).isPositive();
    }
}
