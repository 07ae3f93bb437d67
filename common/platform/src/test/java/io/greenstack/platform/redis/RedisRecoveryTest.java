package io.greenstack.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.greenstack.platform.resilience.BreakerRecovery;
import io.smallrye.mutiny.Uni;

class RedisRecoveryTest {

    private boolean open;
    private boolean answers;
    private int pings;
    private int closings;
    private long now = Long.MIN_VALUE;
    private final RedisRecovery recovery = new RedisRecovery(this::ping,
            new BreakerRecovery(() -> open, this::close, Duration.ofSeconds(1), () -> now), Duration.ofSeconds(1),
            null);

    @Test
    void asksNothingWhileTheBreakerIsClosed() {
        recovery.look();

        assertThat(pings).isZero();
    }

    @Test
    void closesTheBreakerWhenRedisAnswersAgain() {
        open = true;
        look(3);
        assertThat(closings).isZero();
        answers = true;

        look(1);

        assertThat(pings).isEqualTo(4);
        assertThat(closings).isEqualTo(1);
    }

    @Test
    void asksLessOftenWhileRedisAnswersButDoesNotWork() {
        answers = true;
        for (int second = 0; second < 300; second++) {
            open = true;
            look(1);
        }
        assertThat(closings).isBetween(12, 18);
    }

    @Test
    void asksAtOnceAgainAfterAQuietTime() {
        answers = true;
        open = true;
        look(1);
        now += Duration.ofMinutes(1).toNanos();
        open = true;

        look(1);

        assertThat(closings).isEqualTo(2);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            recovery.look();
            now += Duration.ofSeconds(1).toNanos();
        }
    }

    private Uni<Void> ping() {
        pings++;
        return answers ? Uni.createFrom().voidItem() : Uni.createFrom().failure(new IllegalStateException("away"));
    }

    private void close() {
        closings++;
        open = false;
    }
}
