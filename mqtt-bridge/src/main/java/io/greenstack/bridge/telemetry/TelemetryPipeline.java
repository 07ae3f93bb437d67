package io.greenstack.bridge.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.layout.LayoutLookup.Unavailable;
import io.greenstack.core.layout.LayoutLookup.UnknownDevice;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.platform.layout.LayoutSource;
import io.greenstack.platform.redis.RedisErrors;
import io.smallrye.mutiny.Uni;

/**
 * Takes telemetry that was understood through layout lookup, decoding, live view and alarm rules: two round trips to Redis at most
 * for a whole batch, one as long as the layouts are cached, and one or two more where there are devices with rules. Blocks; safe for several threads.
 */
@Singleton
class TelemetryPipeline {

    private static final Logger LOG = Logger.getLogger(TelemetryPipeline.class);

    /** Above the time limits of Redis and its breaker, which answer first. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final LayoutSource layouts;
    private final LiveView liveView;
    private final ReadingAlarms alarms;
    private final ReadingOutput output;

    TelemetryPipeline(LayoutSource layouts, LiveView liveView, ReadingAlarms alarms,
            ReadingOutput output) {
        this.layouts = layouts;
        this.liveView = liveView;
        this.alarms = alarms;
        this.output = output;
    }

    /**
     * Brings messages into the live view and says in the batch what became of them.
     *
     * @param items in the order of their arrival
     * @param away takes a message while Redis is away, or does not have the layouts yet; false if the message has to wait
     */
    void process(IntakeBatch batch, List<TelemetryItem> items, Predicate<TelemetryItem> away) {
        Map<String, LayoutLookup> found = lookup(items);
        List<LiveReading> readings = new ArrayList<>(items.size());
        List<TelemetryItem> read = new ArrayList<>(items.size());
        for (TelemetryItem item : items) {
            LayoutLookup layout = found.get(item.deviceId().value());
            if (item.message() instanceof RawProcessData && layout instanceof UnknownDevice) {
                batch.reject(item.index(), RejectReason.UNKNOWN_DEVICE,
                        "No device " + item.deviceId() + " is registered");
            } else if (item.message() instanceof RawProcessData && layout instanceof Unavailable) {
                wait(batch, item, away);
            } else {
                batch.attempt(item.index(), (index, message) -> {
                    readings.add(LiveDecoder.decode(item, layout,
                            fault -> batch.partial(index, List.of(fault))));
                    read.add(item);
                });
            }
        }
        write(batch, read, readings, away);
    }

    private static void wait(IntakeBatch batch, TelemetryItem item, Predicate<TelemetryItem> away) {
        if (away.test(item)) {
            batch.written(item.index());
        }
    }

    private Map<String, LayoutLookup> lookup(List<TelemetryItem> items) {
        Set<String> devices = new LinkedHashSet<>();
        for (TelemetryItem item : items) {
            if (item.message() instanceof RawProcessData) {
                devices.add(item.deviceId().value());
            }
        }
        return devices.isEmpty() ? Map.of() : layouts.lookup(devices).await().atMost(LIMIT);
    }

    private void write(IntakeBatch batch, List<TelemetryItem> items, List<LiveReading> readings,
            Predicate<TelemetryItem> away) {
        if (readings.isEmpty()) {
            return;
        }
        Uni<List<LiveView.Written>> written = liveView.write(readings, batch.traceparent());
        List<LiveView.Written> results;
        try {
            results = written.await().atMost(LIMIT);
        } catch (RuntimeException e) {
            if (!RedisErrors.isOutage(e instanceof CompletionException ? e.getCause() : e)) {
                throw e;
            }
            LOG.debugf("Live view not written: %s", e.toString());
            items.forEach(item -> wait(batch, item, away));
            return;
        }
        output.offer(readings, results);
        Set<String> waiting = alarms.evaluate(readings, results);
        for (int i = 0; i < items.size(); i++) {
            if (waiting.contains(readings.get(i).deviceId())) {
                wait(batch, items.get(i), away);
            } else {
                settle(batch, items.get(i).index(), results.get(i));
            }
        }
    }

    private static void settle(IntakeBatch batch, int index, LiveView.Written written) {
        switch (written.result()) {
            case TOO_MANY_PARAMETERS -> batch.reject(index, RejectReason.TOO_MANY_PARAMETERS,
                    tooMany(written.leftOut().get(0)));
            case REFUSED -> batch.reject(index, RejectReason.STORE_REJECTED, "Redis refused the reading");
            default -> {
                batch.partial(index, written.leftOut().stream()
                        .map(name -> new ItemFault(RejectReason.TOO_MANY_PARAMETERS, tooMany(name))).toList());
                batch.written(index);
            }
        }
    }

    private static String tooMany(String parameter) {
        return "'" + parameter + "': the device has too many distinct parameters for one more";
    }
}
