package io.greenstack.api.audit;

import java.time.Clock;

import jakarta.inject.Singleton;

import io.greenstack.platform.background.BackgroundBean;

/** Deletes entries that are older than they are to be kept, a part at a time. */
@Singleton
class AuditPruner extends BackgroundBean {

    private final AuditRepository entries;
    private final AuditSettings settings;
    private final Clock clock;

    AuditPruner(AuditRepository entries, AuditSettings settings, Clock clock) {
        super("audit-pruner", settings.pruneEvery(), settings.pruneEvery());
        this.entries = entries;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void run() {
        repeat(() -> entries.prune(clock.instant().minus(settings.retention())));
    }
}
