package io.greenstack.api.twin;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;

import io.greenstack.api.platform.MemoryCaches;
import io.greenstack.api.platform.OutsideTransaction;
import io.greenstack.platform.background.BackgroundBean;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundQueue;
import io.greenstack.platform.tracing.TraceParent;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Carries messages about twins from the database to the queue of the bridge, on a thread of its own, so that a slow Redis never
 * slows a request. The rows stay locked while their messages are appended, so that of two versions, and of two replicas, the
 * older one is always first. A message that was appended when the commit failed is appended again, with the same or a newer
 * version.
 */
@Singleton
class TwinPublisher extends BackgroundBean {

    private static final int BATCH = 200;
    private static final int TRACES = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final TwinRepository twins;
    private final OutboundQueue queue;
    private final TwinMessages messages;
    /** By device the trace of its last change; another replica that publishes does without. */
    private final Cache<String, String> traces = MemoryCaches.forgettingAfterWrite(TRACES, KEPT);
    private final OutsideTransaction outside = new OutsideTransaction("twin-outbox", Duration.ofSeconds(5));

    public TwinPublisher(TwinRepository twins, OutboundQueue queue, TwinMessages messages,
            TwinSettings settings) {
        super("twin-publisher", settings.recheck(), settings.retry());
        this.twins = twins;
        this.queue = queue;
        this.messages = messages;
    }

    /** Says which twins have just been changed, by the request at hand; its trace goes on with what is published of them. */
    void offer(List<StoredTwin> changed) {
        List<StoredTwin> due = changed.stream().filter(StoredTwin::due).toList();
        if (!due.isEmpty()) {
            TraceParent.current().filter(TraceParent::sampled).map(TraceParent::render)
                    .ifPresent(trace -> due.forEach(twin -> traces.put(twin.deviceId(), trace)));
            wake();
        }
    }

    @Override
    protected void close() {
        outside.close();
    }

    @Override
    protected void run() {
        repeat(() -> QuarkusTransaction.requiringNew().call(this::publishDue) == BATCH);
    }

    /** Publishes what is due; returns how many twins, fails when the queue does not take the messages. */
    int publishDue() {
        List<StoredTwin> due = twins.lockDue(BATCH);
        if (!due.isEmpty()) {
            // Made here, with the connection that holds the locks: a second one is not to be had while all others wait for them.
            List<OutboundMessage> said = due.stream()
                    .flatMap(twin -> messages.of(twin, traces.getIfPresent(twin.deviceId())).stream()).toList();
            outside.call(() -> queue.append(said));
            twins.markPublished(due);
        }
        return due.size();
    }
}
