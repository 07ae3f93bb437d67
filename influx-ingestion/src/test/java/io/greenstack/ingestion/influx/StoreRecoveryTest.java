package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.greenstack.platform.resilience.BreakerRecovery;

class StoreRecoveryTest {

    private boolean open = true;
    private Boolean answer = false;
    private long now;
    private final StoreRecovery recovery = new StoreRecovery(new LineStore() {

        @Override
        public void write(ByteBuffer lines) {
            throw new AssertionError("a trial writes nothing");
        }

        @Override
        public boolean ping() {
            if (answer == null) {
                throw new IllegalStateException("no answer");
            }
            return answer;
        }
    }, new BreakerRecovery(() -> open, () -> open = false, Duration.ofSeconds(1), () -> now));

    @Test
    void theBreakerClosesWithTheFirstAnswer() {
        recovery.look();
        assertThat(open).isTrue();
        answer = true;
        now += Duration.ofSeconds(1).toNanos();

        recovery.look();

        assertThat(open).isFalse();
    }

    @Test
    void aPingThatFailsLetsTheNextOneBeMade() {
        answer = null;
        assertThatThrownBy(recovery::look).hasMessage("no answer");
        answer = true;
        now += Duration.ofSeconds(1).toNanos();

        recovery.look();

        assertThat(open).isFalse();
    }
}
