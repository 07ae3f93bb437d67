package io.greenstack.core.message;

/** A telemetry payload that was understood. */
public sealed interface TelemetryMessage permits NamedValues, RawProcessData {

    /** When the values were measured. */
    Timestamp timestamp();
}
