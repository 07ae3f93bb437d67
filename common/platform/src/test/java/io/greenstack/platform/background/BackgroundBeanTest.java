package io.greenstack.platform.background;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class BackgroundBeanTest {

    private static final Duration SELDOM = Duration.ofHours(1);

    /** Looks often while there is work. */
    private static final class Worker extends BackgroundBean {

        private final AtomicInteger runs = new AtomicInteger();
        private final AtomicInteger work;

        Worker(int work, Duration rest) {
            super("bean-test", Duration.ofMillis(5), rest, SELDOM);
            this.work = new AtomicInteger(work);
        }

        @Override
        protected void run() {
            runs.incrementAndGet();
            work.updateAndGet(left -> Math.max(0, left - 1));
        }

        @Override
        protected boolean busy() {
            return work.get() > 0;
        }
    }

    @Test
    void looksOftenWhileThereIsWorkAndThenWaitsUntilItIsWoken() {
        Worker bean = new Worker(3, SELDOM);
        bean.start(null);
        await().until(() -> bean.runs.get() == 3);
        bean.wake();
        await().until(() -> bean.runs.get() == 4);
        bean.stop(null);
    }

    @Test
    void looksNowAndThenInAnyCase() {
        Worker bean = new Worker(0, Duration.ofMillis(10));
        bean.start(null);
        await().until(() -> bean.runs.get() > 2);
        bean.stop(null);
    }
}
