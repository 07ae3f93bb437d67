package io.greenstack.api.event;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Forgets events that are older than they are to be kept, a part at a time. What is active is kept. */
@ApplicationScoped
public class EventPruner {

    private static final Logger LOG = Logger.getLogger(EventPruner.class);

    private final EventRepository events;
    private final EventSettings settings;
    private final Clock clock;
    private ScheduledExecutorService thread;

    @Inject
    public EventPruner(EventRepository events, EventSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "event-pruner");
            daemon.setDaemon(true);
            return daemon;
        });
        long period = settings.pruneEvery().toMillis();
        thread.scheduleWithFixedDelay(this::prune, period, period, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
    }

    void prune() {
        try {
            Instant before = clock.instant().minus(settings.retention());
            while (!Thread.currentThread().isInterrupted() && events.prune(before)) {
                LOG.debug("More events are too old");
            }
        } catch (RuntimeException e) {
            LOG.warnf("Old events cannot be forgotten now and will be later: %s", e.getMessage());
        }
    }
}
