package io.greenstack.api.shadow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.greenstack.platform.background.BackgroundTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Empties the {@link ShadowOutbox} on a thread of its own, so that a slow Redis never slows a request. */
@ApplicationScoped
public class ShadowPublisher {

    private final ShadowOutbox outbox;
    private final ShadowSettings settings;
    private final BackgroundTask task;

    @Inject
    public ShadowPublisher(ShadowOutbox outbox, ShadowSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
        this.task = new BackgroundTask("shadow-publisher", this::run, settings.retry());
    }

    void start(@Observes StartupEvent event) {
        task.start(settings.recheck());
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    /** Says that messages are due. */
    void wake() {
        task.wake();
    }

    private void run() {
        int published = ShadowOutbox.BATCH;
        while (published == ShadowOutbox.BATCH) {
            published = outbox.publishDue();
        }
    }
}
