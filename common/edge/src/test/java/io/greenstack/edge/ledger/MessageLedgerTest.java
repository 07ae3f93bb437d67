package io.greenstack.edge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class MessageLedgerTest {

    @Test
    void addsUpAfterEveryEntry() {
        MessageLedger ledger = new MessageLedger();
        for (int i = 0; i < 10; i++) {
            ledger.accept();
        }
        ledger.dropQos0();
        ledger.settle(4, 2);
        ledger.requeue(3);

        assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(11, 4, 2, 1, 1, 3));
        assertThat(ledger.snapshot().balanced()).isTrue();
    }

    @Test
    void isConsistentWhileThreadsWrite() throws Exception {
        MessageLedger ledger = new MessageLedger();
        AtomicBoolean unbalanced = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            threads.add(new Thread(() -> {
                for (int i = 0; i < 20_000; i++) {
                    ledger.accept();
                    ledger.accept();
                    ledger.settle(1, 0);
                    ledger.settle(0, 1);
                    if (!ledger.snapshot().balanced()) {
                        unbalanced.set(true);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(unbalanced).isFalse();
        assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(120_000, 60_000, 60_000, 0, 0, 0));
    }

    @Test
    void tellsWhenItDoesNotAddUp() {
        assertThat(new LedgerSnapshot(2, 1, 0, 0, 0, 0).balanced()).isFalse();
    }

    @Test
    void exportsOneCounterPerOutcome() {
        MessageLedger ledger = new MessageLedger();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ledger.bindTo(registry);
        ledger.accept();
        ledger.accept();
        ledger.accept();
        ledger.settle(1, 1);

        assertThat(registry.get("greenstack.messages").tag("outcome", "received").functionCounter().count())
                .isEqualTo(3);
        assertThat(registry.get("greenstack.messages").tag("outcome", "written").functionCounter().count())
                .isEqualTo(1);
        assertThat(registry.get("greenstack.messages").tag("outcome", "dead_lettered").functionCounter().count())
                .isEqualTo(1);
        assertThat(registry.get("greenstack.messages.in.flight").gauge().value()).isEqualTo(1);
    }
}
