package io.greenstack.api.event;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Forgets events that are older than they are to be kept, a part at a time. What is active is kept. */
@ApplicationScoped
class EventPruner {

    private final EventRepository events;
    private final EventSettings settings;
    private final Clock clock;
    private final BackgroundTask task;

    public EventPruner(EventRepository events, EventSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.task = new BackgroundTask("event-pruner", this::prune, settings.pruneEvery());
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
            more = events.prune(clock.instant().minus(settings.retention()));
        }
    }
}
