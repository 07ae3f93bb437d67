package io.greenstack.core.message;

import java.util.List;

/** A telemetry payload that was understood. */
public sealed interface TelemetryMessage permits NamedValues, RawProcessData {

    /** When the values were measured. */
    Timestamp timestamp();

    /** What of it is not kept, while the rest is. */
    LeftOut leftOut();

    /** What is wrong with items that were left out, while the others are kept. */
    default List<ItemFault> faults() {
        return leftOut().faults();
    }
}
