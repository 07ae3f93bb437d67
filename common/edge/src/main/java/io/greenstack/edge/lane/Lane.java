package io.greenstack.edge.lane;

import java.util.List;

import io.greenstack.edge.intake.BatchHandler;
import io.greenstack.edge.mqtt.IngressLimits;

/**
 * A way by which messages reach a service. Each has an MQTT session of its own, so that one that waits for its dependency never
 * stops another.
 *
 * @param label in client ids, metric tags and health data; empty for the only lane of a service
 * @param filters topic filters to subscribe to at first; without any a lane is opened only when they change
 * @param changing whether the filters come and go, by {@link Lanes#filters}
 * @param limits bounds and batches
 * @param handler takes its messages, and its dead letters when they are replayed; called by one thread at a time where
 *        {@code limits} say so
 */
public record Lane(String label, List<String> filters, boolean changing, IngressLimits limits, BatchHandler handler) {

    /** A lane with filters that stay. */
    public Lane(String label, List<String> filters, IngressLimits limits, BatchHandler handler) {
        this(label, filters, false, limits, handler);
    }

    public Lane {
        filters = List.copyOf(filters);
        handler = limits.batchesInFlight() == 1 ? handler.oneAtATime() : handler;
    }
}
