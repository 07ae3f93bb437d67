package io.greenstack.bridge.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.telemetry.Fate.Rejected;
import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.layout.LayoutLookup.Unavailable;
import io.greenstack.core.layout.LayoutLookup.UnknownDevice;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.processdata.DecodeException;
import io.greenstack.platform.layout.LayoutSource;

/**
 * Takes telemetry that was understood through layout lookup, decoding and live view: two round trips to Redis at most for
 * a whole batch, one as long as the layouts are cached. Blocks; safe for several threads.
 */
@Singleton
class TelemetryPipeline {

    private static final Logger LOG = Logger.getLogger(TelemetryPipeline.class);

    /** Above the time limits of Redis and its breaker, which answer first. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final LayoutSource layouts;
    private final LiveView liveView;

    @Inject
    TelemetryPipeline(LayoutSource layouts, LiveView liveView) {
        this.layouts = layouts;
        this.liveView = liveView;
    }

    /**
     * Brings messages into the live view.
     *
     * @param items in the order of their arrival
     * @param traceparent W3C trace context to publish with them, null if there is none
     * @return one fate per message, in the same order
     */
    List<Fate> process(List<TelemetryItem> items, String traceparent) {
        List<Fate> fates = new ArrayList<>(Collections.nCopies(items.size(), Fate.STORED));
        Map<String, LayoutLookup> found = lookup(items);
        List<LiveReading> readings = new ArrayList<>(items.size());
        List<Integer> indexes = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            TelemetryItem item = items.get(i);
            LayoutLookup layout = found.get(item.deviceId().value());
            if (item.message() instanceof RawProcessData && layout instanceof UnknownDevice) {
                fates.set(i, new Rejected(RejectReason.UNKNOWN_DEVICE,
                        "No device " + item.deviceId() + " is registered"));
            } else if (item.message() instanceof RawProcessData && layout instanceof Unavailable) {
                fates.set(i, Fate.AWAY);
            } else {
                try {
                    readings.add(LiveDecoder.decode(item, layout));
                    indexes.add(i);
                } catch (DecodeException e) {
                    fates.set(i, new Rejected(e.reason(), e.getMessage()));
                }
            }
        }
        List<Fate> written = write(readings, traceparent);
        for (int i = 0; i < indexes.size(); i++) {
            fates.set(indexes.get(i), written.get(i));
        }
        return fates;
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

    private List<Fate> write(List<LiveReading> readings, String traceparent) {
        if (readings.isEmpty()) {
            return List.of();
        }
        List<LiveView.Result> results;
        try {
            results = liveView.write(readings, traceparent).await().atMost(LIMIT);
        } catch (RuntimeException e) {
            LOG.debugf("Live view not written: %s", e.toString());
            return Collections.nCopies(readings.size(), Fate.AWAY);
        }
        return results.stream().map(TelemetryPipeline::fate).toList();
    }

    private static Fate fate(LiveView.Result result) {
        return switch (result) {
            case APPLIED, STALE, DUPLICATE -> Fate.STORED;
            case TOO_MANY_PARAMETERS -> new Rejected(RejectReason.TOO_MANY_PARAMETERS,
                    "The device has too many distinct parameters");
            case REFUSED -> new Rejected(RejectReason.STORE_REJECTED, "Redis refused the reading");
        };
    }
}
