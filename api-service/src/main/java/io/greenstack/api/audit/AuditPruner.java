package io.greenstack.api.audit;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Deletes entries that are older than they are to be kept, a part at a time. */
@ApplicationScoped
class AuditPruner {

    private final AuditRepository entries;
    private final AuditSettings settings;
    private final Clock clock;
    private final BackgroundTask task;

    AuditPruner(AuditRepository entries, AuditSettings settings, Clock clock) {
        this.entries = entries;
        this.settings = settings;
        this.clock = clock;
        this.task = new BackgroundTask("audit-pruner", this::prune, settings.pruneEvery());
    }

    void start(@Observes StartupEvent event) {
        task.start(settings.pruneEvery());
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    private void prune() {
        boolean more = true;
        while (more && !task.stopped()) {
            more = entries.prune(clock.instant().minus(settings.retention()));
        }
    }
}
