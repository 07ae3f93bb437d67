package io.greenstack.api.alarm;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Forgets alarms that went long ago, a part at a time. What is standing is kept. */
@ApplicationScoped
class AlarmPruner {

    private final AlarmWriter alarms;
    private final AlarmSettings settings;
    private final Clock clock;
    private final BackgroundTask task;

    AlarmPruner(AlarmWriter alarms, AlarmSettings settings, Clock clock) {
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
        this.task = new BackgroundTask("alarm-pruner", this::prune, settings.pruneEvery());
    }

    void start(@Observes StartupEvent event) {
        task.start(settings.pruneEvery());
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    private void prune() {
        Instant now = clock.instant();
        boolean more = true;
        while (more && !task.stopped()) {
            more = alarms.prune(now.minus(settings.retention()), now);
        }
    }
}
