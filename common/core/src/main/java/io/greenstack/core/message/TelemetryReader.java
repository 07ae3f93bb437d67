package io.greenstack.core.message;

import java.io.IOException;
import java.time.Instant;

/**
 * Reads telemetry payloads in one streaming pass. Immutable and thread-safe. The shapes:
 * <ul>
 * <li>A {@code {"parameter":"temperature","value":21.5,"unit":"C","timestamp":...}}
 * <li>B {@code {"temperature":21.5,"pressure":3.1,"timestamp":...}}: every member but {@code timestamp} and
 * {@code traceparent} is a parameter;
 * members that are null are left out
 * <li>C {@code {"processDataIn":"02A1FF00","valid":true,"timestamp":...}}, and {@code processDataOut}: octets as
 * hexadecimal text, as {@code [2,161,255,0]} or as {@code {"base64":...}}; further members are ignored
 * <li>JSON for IO-Link {@code {"iolink":{"valid":true,"value":[2,161]},"timestamp":...}}, alone or in {@code getData} and
 * {@code setData}; where the master sends values in IODD format, {@code {"value":{"Distance":{"value":55}}}}, they are
 * named values
 * </ul>
 * The time stands in {@code timestamp}; {@code timestamp_ms}, {@code ts}, {@code time}, {@code datetime} and
 * {@code measured_at} are taken for it where they hold a time, and are parameters otherwise.
 */
public final class TelemetryReader extends MessageReader<TelemetryMessage> {

    /** @param rule what a time of a device is worth that lies ahead of ours */
    public TelemetryReader(ClockRule rule) {
        super(rule, PayloadLimits.DEFAULT);
    }

    TelemetryReader(PayloadLimits limits) {
        super(ClockRule.DEFAULT, limits);
    }

    @Override
    TelemetryMessage read(PayloadCursor payload, ClockRule rule, Instant arrival) throws IOException {
        return new TelemetryParse(payload, rule, arrival).read();
    }
}
