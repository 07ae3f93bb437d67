package io.greenstack.api.twin;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.greenstack.api.platform.OutsideTransaction;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.outbound.OutboundQueue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Carries messages about twins from the database to the queue of the bridge, on a thread of its own, so that a slow Redis never
 * slows a request. The rows stay locked while their messages are appended, so that of two versions, and of two replicas, the
 * older one is always first. A message that was appended when the commit failed is appended again, with the same or a newer
 * version.
 */
@ApplicationScoped
class TwinPublisher {

    private static final int BATCH = 200;

    private final TwinRepository twins;
    private final OutboundQueue queue;
    private final TwinMessages messages;
    private final TwinSettings settings;
    private final OutsideTransaction outside = new OutsideTransaction("twin-outbox", Duration.ofSeconds(5));
    private final BackgroundTask task;

    public TwinPublisher(TwinRepository twins, OutboundQueue queue, TwinMessages messages,
            TwinSettings settings) {
        this.twins = twins;
        this.queue = queue;
        this.messages = messages;
        this.settings = settings;
        this.task = new BackgroundTask("twin-publisher", this::run, settings.retry());
    }

    void start(@Observes StartupEvent event) {
        task.start(settings.recheck());
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
        outside.close();
    }

    /** Says that messages are due. */
    void wake() {
        task.wake();
    }

    private void run() {
        int published = BATCH;
        while (published == BATCH) {
            published = QuarkusTransaction.requiringNew().call(this::publishDue);
        }
    }

    /** Publishes what is due; returns how many twins, fails when the queue does not take the messages. */
    int publishDue() {
        List<StoredTwin> due = twins.lockDue(BATCH);
        if (!due.isEmpty()) {
            outside.call(() -> queue.append(due.stream().flatMap(twin -> messages.of(twin).stream()).toList()));
            twins.markPublished(due);
        }
        return due.size();
    }
}
