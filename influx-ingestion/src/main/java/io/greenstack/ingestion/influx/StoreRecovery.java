package io.greenstack.ingestion.influx;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.resilience.BreakerRecovery;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Closes the breaker {@code influx} as soon as the store answers a ping again, so that nothing waits longer than it is away. */
@Singleton
class StoreRecovery {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final LineStore store;
    private final BreakerRecovery recovery;
    private final BackgroundTask task = new BackgroundTask("greenstack-store-recovery", this::look, EVERY);

    @Inject
    StoreRecovery(LineStore store, BreakerRegistry breakers) {
        this(store, new BreakerRecovery(breakers.breaker(BatchWriter.BREAKER, BatchWriter::isOutage), EVERY,
                "the store answers again"));
    }

    StoreRecovery(LineStore store, BreakerRecovery recovery) {
        this.store = store;
        this.recovery = recovery;
    }

    void start(@Observes StartupEvent event) {
        task.start(EVERY);
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop(Duration.ZERO);
    }

    /** Makes a trial if the breaker is open and one is due. */
    void look() {
        if (recovery.due()) {
            boolean answers = false;
            try {
                answers = store.ping();
            } finally {
                recovery.done(answers);
            }
        }
    }
}
