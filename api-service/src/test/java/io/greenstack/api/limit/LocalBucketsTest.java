package io.greenstack.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    private final AtomicLong now = new AtomicLong();
    private final LocalBuckets limiter = new LocalBuckets(10, 3, now::get);

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void aBurstPassesAndThenTheRateHolds() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.take("a").waitMillis()).isZero();
        }
        assertThat(limiter.take("a").waitMillis()).isEqualTo(100);
        pass(50);
        assertThat(limiter.take("a").waitMillis()).isEqualTo(50);
        pass(50);
        assertThat(limiter.take("a").waitMillis()).isZero();
        assertThat(limiter.take("a").waitMillis()).isEqualTo(100);
    }

    @Test
    void principalsDoNotDisturbEachOther() {
        for (int i = 0; i < 4; i++) {
            limiter.take("a");
        }
        assertThat(limiter.take("b").waitMillis()).isZero();
    }

    @Test
    void aPauseSavesNoMoreThanABurst() {
        limiter.take("a");
        pass(3_600_000);
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.take("a").waitMillis()).isZero();
        }
        assertThat(limiter.take("a").waitMillis()).isPositive();
    }
}
