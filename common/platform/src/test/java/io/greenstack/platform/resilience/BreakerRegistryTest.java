package io.greenstack.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.greenstack.platform.config.BreakerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/** The names are random because the breaker library keeps them per process. */
class BreakerRegistryTest {

    private final String name = "store-" + UUID.randomUUID();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BreakerRegistry registry = registry(Duration.ofSeconds(2));

    @Test
    void opensAfterConsecutiveFailuresOnly() throws Exception {
        Breaker breaker = registry.breaker(name);
        fail(breaker);
        fail(breaker);
        assertThat(breaker.call(() -> "ok")).isEqualTo("ok");
        fail(breaker);
        fail(breaker);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.status().failures()).isEqualTo(2);

        fail(breaker);

        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThatThrownBy(() -> breaker.call(() -> "never")).isInstanceOfSatisfying(BreakerOpenException.class, e -> {
            assertThat(e.breaker()).isEqualTo(name);
            assertThat(e.retryAfter()).isBetween(Duration.ZERO, Duration.ofSeconds(2));
        });
        assertThat(breaker.status().lastError()).contains("refused");
        assertThat(breaker.status().opened()).isOne();
        assertThat(breaker.status().lastChange()).isNotNull();
    }

    @Test
    void refusalsByALivingPeerDoNotCount() {
        Breaker breaker = registry.breaker(name);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> breaker.call(() -> {
                throw new PeerRejectedException(422, "bad point");
            })).isInstanceOf(PeerRejectedException.class);
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void letsOneTrialThroughAndClosesWhenItSucceeds() throws Exception {
        Breaker breaker = open();
        await().atMost(Duration.ofSeconds(15)).until(() -> breaker.state() == BreakerState.HALF_OPEN);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch mayFinish = new CountDownLatch(1);
        CompletableFuture<String> trial = CompletableFuture.supplyAsync(() -> breaker.get(() -> {
            started.countDown();
            try {
                mayFinish.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "back";
        }));
        started.await();

        assertThatThrownBy(() -> breaker.call(() -> "second")).isInstanceOf(BreakerOpenException.class);
        mayFinish.countDown();

        assertThat(trial.get(5, TimeUnit.SECONDS)).isEqualTo("back");
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void opensAgainWhenTheTrialFails() {
        Breaker breaker = open();
        await().atMost(Duration.ofSeconds(15)).until(() -> breaker.state() == BreakerState.HALF_OPEN);

        fail(breaker);

        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.status().opened()).isEqualTo(2);
    }

    @Test
    void isResetByHand() throws Exception {
        Breaker breaker = open();

        assertThat(registry.reset(name).state()).isEqualTo(BreakerState.CLOSED);

        assertThat(breaker.call(() -> "through")).isEqualTo("through");
        assertThatThrownBy(() -> registry.reset("unknown")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void judgesAsynchronousCallsByTheirStage() {
        Breaker breaker = registry.breaker(name);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> breaker.callAsync(() -> CompletableFuture.failedFuture(new IOException("refused")))
                    .toCompletableFuture().join()).isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IOException.class);
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThatThrownBy(
                () -> breaker.callAsync(() -> CompletableFuture.completedFuture("never")).toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(BreakerOpenException.class);
    }

    @Test
    void showsStateAndCallsInMetricsAndLists() throws Exception {
        Breaker breaker = registry.breaker(name);
        breaker.call(() -> "ok");
        for (int i = 0; i < 3; i++) {
            fail(breaker);
        }
        assertThatThrownBy(() -> breaker.call(() -> "never")).isInstanceOf(BreakerOpenException.class);

        assertThat(meters.get("greenstack.breaker.state").tag("name", name).gauge().value()).isEqualTo(1);
        assertThat(calls("success")).isEqualTo(1);
        assertThat(calls("failure")).isEqualTo(3);
        assertThat(calls("prevented")).isEqualTo(1);
        assertThat(registry.list()).singleElement().satisfies(status -> {
            assertThat(status.name()).isEqualTo(name);
            assertThat(status.state().label()).isEqualTo("open");
            assertThat(status.threshold()).isEqualTo(3);
        });
        assertThat(registry.breaker(name)).isSameAs(breaker);
        assertThatThrownBy(() -> registry.breaker("not-configured")).isInstanceOf(NoSuchElementException.class);
    }

    private double calls(String result) {
        return meters.get("greenstack.breaker.calls").tag("name", name).tag("result", result).functionCounter().count();
    }

    private Breaker open() {
        Breaker breaker = registry.breaker(name);
        for (int i = 0; i < 3; i++) {
            fail(breaker);
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        return breaker;
    }

    private static void fail(Breaker breaker) {
        assertThatThrownBy(() -> breaker.call(() -> {
            throw new IOException("refused");
        })).isInstanceOf(IOException.class);
    }

    private BreakerRegistry registry(Duration openFor) {
        BreakerConfig.Settings settings = new BreakerConfig.Settings() {
            @Override
            public int failures() {
                return 3;
            }

            @Override
            public Duration openFor() {
                return openFor;
            }

            @Override
            public int trials() {
                return 1;
            }
        };
        return new BreakerRegistry(() -> Map.of(name, settings), meters, CircuitBreakerMaintenance.get());
    }
}
