package io.greenstack.bridge.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.outcome.Rejections;
import io.greenstack.bridge.telemetry.Fate.Rejected;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.mqtt.Outcome;
import io.greenstack.platform.tracing.BatchSpan;
import io.greenstack.platform.tracing.BatchTracing;
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

    private final ConflatingBuffer buffer;
    private final TelemetryPipeline pipeline;
    private final Rejections rejections;
    private final BatchTracing tracing;
    private final ScheduledExecutorService worker;
    private volatile boolean waiting;

    @Inject
    LiveBacklog(LiveViewSettings settings, TelemetryPipeline pipeline, Rejections rejections, BatchTracing tracing,
            MeterRegistry metrics) {
        this.buffer = new ConflatingBuffer(settings.conflatedDevices(), settings.conflatedBytes());
        this.pipeline = pipeline;
        this.rejections = rejections;
        this.tracing = tracing;
        Gauge.builder("greenstack.live.view.waiting", buffer, ConflatingBuffer::size)
                .description("Devices whose newest values wait for Redis")
                .register(metrics);
        FunctionCounter.builder("greenstack.live.view.superseded", buffer, ConflatingBuffer::superseded)
                .description("Messages that gave way to newer ones while Redis was away; the time series have them")
                .register(metrics);
        this.worker = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "live-view-backlog"));
        long every = settings.retryEvery().toMillis();
        worker.scheduleWithFixedDelay(this::flush, every, every, TimeUnit.MILLISECONDS);
    }

    /** Keeps a message; false if there is no room. */
    boolean offer(TelemetryItem item) {
        boolean taken = buffer.offer(item);
        if (taken && !waiting) {
            waiting = true;
            LOG.warn("Redis is away: the live view keeps only the newest values of each device until it is back");
        }
        return taken;
    }

    /** How many devices have values waiting. */
    public int waiting() {
        return buffer.size();
    }

    /** Tries to bring what waits into the live view; nothing is lost when it fails. */
    void flush() {
        try {
            int brought = 0;
            int devices = buffer.size();
            while (buffer.size() > 0) {
                List<TelemetryItem> items = buffer.take(DEVICES_PER_TRY);
                int left = flush(items);
                brought += items.size() - left;
                if (left > 0) {
                    return;
                }
            }
            if (brought > 0) {
                waiting = false;
                LOG.infof("Redis is back: the live view has the newest values of %d devices", devices);
            }
        } catch (RuntimeException e) {
            LOG.error("Values that wait for Redis could not be handled", e);
        }
    }

    private int flush(List<TelemetryItem> items) {
        try (BatchSpan span = tracing.start("telemetry flush", items.size())) {
            return flush(items, span.traceparent());
        }
    }

    private int flush(List<TelemetryItem> items, String traceparent) {
        List<InboundMessage> sources = items.stream().map(TelemetryItem::source).toList();
        Rejections.Batch outcomes = rejections.begin(sources, traceparent);
        List<Fate> fates = pipeline.process(items, traceparent);
        for (int i = 0; i < items.size(); i++) {
            if (fates.get(i) instanceof Rejected rejected) {
                outcomes.reject(i, rejected.reason(), rejected.detail());
            } else if (fates.get(i) == Fate.AWAY) {
                outcomes.retry(i);
            } else {
                outcomes.written(i);
            }
        }
        List<Outcome> results = outcomes.finish();
        List<TelemetryItem> again = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (results.get(i) == Outcome.RETRY) {
                again.add(items.get(i));
            }
        }
        again.forEach(this::putBack);
        return again.size();
    }

    private void putBack(TelemetryItem item) {
        if (!buffer.offer(item)) {
            LOG.warnf("No room to keep the newest values of %s for the live view", item.deviceId());
        }
    }

    /** After the lanes, before Redis is taken down. */
    void stop(@Observes @Priority(200) ShutdownEvent event) throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(Duration.ofSeconds(2).toMillis(), TimeUnit.MILLISECONDS);
        flush();
        if (buffer.size() > 0) {
            LOG.warnf("Stopped while Redis is away: the live view of %d devices waits for their next message",
                    buffer.size());
        }
    }
}
