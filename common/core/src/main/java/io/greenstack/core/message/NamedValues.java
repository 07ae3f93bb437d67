package io.greenstack.core.message;

import java.util.List;

/**
 * Values with names (payload shapes A and B, and the IODD format of JSON for IO-Link).
 *
 * @param values in the order of the payload, each parameter once; none from a port that has no process data
 * @param timestamp when they were measured
 * @param leftOut what is not kept, while these are
 */
public record NamedValues(List<NamedValue> values, Timestamp timestamp, LeftOut leftOut)
        implements
            TelemetryMessage {

    public NamedValues {
        values = List.copyOf(values);
    }

    /** Values of which none was left out. */
    public NamedValues(List<NamedValue> values, Timestamp timestamp) {
        this(values, timestamp, LeftOut.NOTHING);
    }
}
