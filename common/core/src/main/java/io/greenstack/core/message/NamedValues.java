package io.greenstack.core.message;

import java.util.List;

/**
 * Values with names (payload shapes A and B, and the IODD format of JSON for IO-Link).
 *
 * @param values in the order of the payload, each parameter once; none from a port that has no process data
 * @param timestamp when they were measured
 * @param faults what was left out, and why
 */
public record NamedValues(List<NamedValue> values, Timestamp timestamp, List<ItemFault> faults)
        implements
            TelemetryMessage {

    public NamedValues {
        values = List.copyOf(values);
        faults = List.copyOf(faults);
    }

    /** Values of which none was left out. */
    public NamedValues(List<NamedValue> values, Timestamp timestamp) {
        this(values, timestamp, List.of());
    }
}
