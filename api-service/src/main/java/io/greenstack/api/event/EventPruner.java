package io.greenstack.api.event;

import java.time.Clock;

import jakarta.inject.Singleton;

import io.greenstack.platform.background.BackgroundBean;

/** Forgets events that are older than they are to be kept, a part at a time. What is active is kept. */
@Singleton
class EventPruner extends BackgroundBean {

    private final EventRepository events;
    private final EventSettings settings;
    private final Clock clock;

    public EventPruner(EventRepository events, EventSettings settings, Clock clock) {
        super("event-pruner", settings.pruneEvery(), settings.pruneEvery());
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void run() {
        repeat(() -> events.prune(clock.instant().minus(settings.retention())));
    }
}
