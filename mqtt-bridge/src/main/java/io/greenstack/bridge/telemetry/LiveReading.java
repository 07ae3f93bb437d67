package io.greenstack.bridge.telemetry;

import java.time.Instant;
import java.util.List;

import io.greenstack.core.message.Timestamp;

/**
 * What one message says, decoded.
 *
 * @param deviceId the device
 * @param time when it was measured
 * @param receivedAt when the bridge received it
 * @param raw process data the values were decoded from, at most one for each direction; empty for named values
 * @param values the values; empty for a device without a description
 * @param retained whether the broker had kept it, so that it is old
 */
record LiveReading(String deviceId, Timestamp time, Instant receivedAt, List<RawOctets> raw, List<LiveValue> values,
        boolean retained) {

    /** Whether nobody knows how old it is. */
    boolean ageUnknown() {
        return retained && !time.fromDevice();
    }
}
