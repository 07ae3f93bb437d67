package io.greenstack.bridge.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.Intake;
import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.platform.background.BackgroundTask;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;

/**
 * Keeps the newest telemetry of each device while Redis is away and brings it into the live view when Redis is back. It
 * is in memory only: after a crash the live view gets its values from the next message of each device, and the time
 * series have them all.
 */
@Singleton
public class LiveBacklog {

    private static final Logger LOG = Logger.getLogger(LiveBacklog.class);
    private static final int DEVICES_PER_TRY = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** While nothing waits; whatever begins to wait says so. */
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(2);

    private final ConflatingBuffer buffer;
    private final TelemetryPipeline pipeline;
    private final Intake intake;
    private final Duration retryEvery;
    private final BackgroundTask task = new BackgroundTask("live-view-backlog", this::flush, PAUSE);
    private volatile boolean waiting;

    LiveBacklog(LiveViewSettings settings, TelemetryPipeline pipeline, Intake intake, MeterRegistry metrics) {
        this.buffer = new ConflatingBuffer(settings.conflatedDevices(), settings.conflatedBytes());
        this.retryEvery = settings.retryEvery();
        this.pipeline = pipeline;
        this.intake = intake;
        Gauge.builder("greenstack.live.view.waiting", buffer, ConflatingBuffer::size)
                .description("Devices whose newest values wait for Redis")
                .register(metrics);
        FunctionCounter.builder("greenstack.live.view.superseded", buffer, ConflatingBuffer::superseded)
                .description("Messages that gave way to newer ones while Redis was away; the time series have them")
                .register(metrics);
        task.start(retryEvery, REST, () -> waiting() > 0);
    }

    /** Keeps a message; false if there is no room. */
    boolean offer(TelemetryItem item) {
        boolean taken = buffer.offer(item);
        if (taken && !waiting) {
            waiting = true;
            task.wakeSoon(retryEvery);
            LOG.warn("Redis is away: the live view keeps only the newest values of each device until it is back");
        }
        return taken;
    }

    /** How many devices have values waiting. */
    public int waiting() {
        return buffer.size();
    }

    /** Tries to bring what waits into the live view; nothing is lost when it fails. */
    void flush() throws InterruptedException {
        int devices = buffer.size();
        boolean brought = devices > 0;
        while (buffer.size() > 0) {
            List<TelemetryItem> items = buffer.take(DEVICES_PER_TRY);
            if (!flush(items)) {
                return;
            }
        }
        if (brought) {
            waiting = false;
            LOG.infof("Redis is back: the live view has the newest values of %d devices", devices);
        }
    }

    private boolean flush(List<TelemetryItem> items) throws InterruptedException {
        Map<InboundMessage, TelemetryItem> bySource = new IdentityHashMap<>();
        items.forEach(item -> bySource.put(item.source(), item));
        List<Outcome> outcomes = Collections.nCopies(items.size(), Outcome.RETRY);
        try {
            outcomes = intake.handle("telemetry flush", items.stream().map(TelemetryItem::source).toList(),
                    batch -> pipeline.process(batch, again(batch, bySource), item -> false));
        } catch (PauseException e) {
            LOG.debugf("The live view waits: %s", e.getMessage());
        } finally {
            putBack(items, outcomes);
        }
        return !outcomes.contains(Outcome.RETRY);
    }

    private static List<TelemetryItem> again(IntakeBatch batch, Map<InboundMessage, TelemetryItem> bySource) {
        List<TelemetryItem> items = new ArrayList<>(batch.size());
        batch.each((index, message) -> items.add(bySource.get(message).at(index)));
        return items;
    }

    private void putBack(List<TelemetryItem> items, List<Outcome> outcomes) {
        for (int i = 0; i < items.size(); i++) {
            if (outcomes.get(i) == Outcome.RETRY && !buffer.offer(items.get(i))) {
                LOG.warnf("No room to keep the newest values of %s for the live view", items.get(i).deviceId());
            }
        }
    }

    /** After the lanes, before Redis is taken down. */
    void stop(@Observes @Priority(200) ShutdownEvent event) throws InterruptedException {
        task.stop(STOP);
        flush();
        if (buffer.size() > 0) {
            LOG.warnf("Stopped while Redis is away: the live view of %d devices waits for their next message",
                    buffer.size());
        }
    }
}
