package io.greenstack.api.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.greenstack.api.device.DeviceEvents;
import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Fetches the descriptions that devices wait for: one at a time, with a pause between them, by one replica. While the library is away it
 * tries no other one.
 */
@ApplicationScoped
class MissingFetcher {

    /** Who stands in the catalog as the importer. */
    static final String WHO = "iodd-source";

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int LONGEST_SECONDS = 900;

    private final SourceService source;
    private final SourceRepository repository;
    private final SourceSettings settings;
    private final Clock clock;
    /** The end of the pause after what was fetched last. */
    private volatile Instant resting = Instant.EPOCH;
    private final BackgroundTask task = new BackgroundTask("iodd-source", this::run, RETRY);

    MissingFetcher(SourceService source, SourceRepository repository, SourceSettings settings, Clock clock) {
        this.source = source;
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (source.automatic()) {
            task.start(settings.every());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    void onChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeviceEvents.Changed event) {
        if (source.automatic()) {
            task.wake();
        }
    }

    /** The lock is held by a transaction of its own, so what was fetched is stored whatever becomes of it. */
    private void run() {
        Instant now = clock.instant();
        if (now.isBefore(resting)) {
            task.wakeSoon(Duration.between(now, resting));
        } else if (QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS)
                .call(() -> repository.lock() && one())) {
            resting = clock.instant().plus(settings.pause());
            task.wakeSoon(settings.pause());
        }
    }

    private boolean one() {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            Optional<MissingFetch> next = QuarkusTransaction.joiningExisting()
                    .call(() -> repository.next(clock.instant()));
            return next.isPresent() && source.tryOne(next.get(), WHO) != FetchState.AWAY;
        });
    }
}
