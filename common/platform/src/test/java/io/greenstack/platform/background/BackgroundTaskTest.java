package io.greenstack.platform.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class BackgroundTaskTest {

    private static final Duration SELDOM = Duration.ofHours(1);
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void worksAtTheBeginningAndWhenItIsWoken() {
        BackgroundTask task = new BackgroundTask("task-test", runs::incrementAndGet, SELDOM);
        task.start(SELDOM);
        await().until(() -> runs.get() == 1);
        task.wake();
        await().until(() -> runs.get() == 2);
        task.stop();
        task.wake();
        assertThat(task.stopped()).isTrue();
        assertThat(runs).hasValue(2);
    }

    @Test
    void looksAgainSoonWhileItIsBusyAndSeldomWhileItRests() {
        BackgroundTask task = new BackgroundTask("task-test", runs::incrementAndGet, SELDOM);
        task.start(Duration.ofMillis(1), SELDOM, () -> runs.get() < 5);
        await().until(() -> runs.get() == 5);
        task.wake();
        await().until(() -> runs.get() == 6);
        task.stop();
        assertThat(runs).hasValue(6);
    }

    @Test
    void answersSeveralCallsThatMayWaitByOneRun() {
        BackgroundTask task = new BackgroundTask("task-test", runs::incrementAndGet, SELDOM);
        for (int i = 0; i < 100; i++) {
            task.wakeSoon(Duration.ofMillis(200));
        }
        await().until(() -> runs.get() == 1);
        task.wakeSoon(Duration.ofMillis(1));
        await().until(() -> runs.get() == 2);
        task.stop();
        task.wakeSoon(Duration.ofMillis(1));
        assertThat(runs).hasValue(2);
    }

    @Test
    void repeatsWhatFailedAndSaysSoUntilItWorks() {
        CountDownLatch mended = new CountDownLatch(1);
        BackgroundTask task = new BackgroundTask("task-test", () -> {
            runs.incrementAndGet();
            if (mended.getCount() > 0) {
                throw new IllegalStateException("away");
            }
        }, Duration.ofMillis(5));
        task.start(SELDOM);
        await().until(() -> runs.get() > 2 && task.failing());
        mended.countDown();
        await().until(() -> !task.failing());
        task.stop();
    }

    @Test
    void interruptsWorkThatDoesNotEnd() {
        CountDownLatch interrupted = new CountDownLatch(1);
        BackgroundTask task = new BackgroundTask("task-test", () -> {
            runs.incrementAndGet();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }, SELDOM);
        task.start(SELDOM);
        await().until(() -> runs.get() == 1);
        task.stop(Duration.ofMillis(1));
        await().until(() -> interrupted.getCount() == 0);
        assertThat(task.failing()).isFalse();
    }
}
