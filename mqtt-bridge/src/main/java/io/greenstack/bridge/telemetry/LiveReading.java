package io.greenstack.bridge.telemetry;

import java.time.Instant;
import java.util.List;

/**
 * What one message says, decoded.
 *
 * @param deviceId the device
 * @param time when it was measured
 * @param receivedAt when the bridge received it
 * @param raw process data the values were decoded from, at most one for each direction; empty for named values
 * @param values the values; empty for a device without a description
 */
record LiveReading(String deviceId, Instant time, Instant receivedAt, List<RawOctets> raw, List<LiveValue> values) {}
