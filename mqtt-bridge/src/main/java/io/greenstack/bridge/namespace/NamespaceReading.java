package io.greenstack.bridge.namespace;

import java.time.Instant;
import java.util.List;

/**
 * Decoded values of a device of one moment.
 *
 * @param deviceId the device
 * @param time when they were measured
 * @param values at least one
 */
public record NamespaceReading(String deviceId, Instant time, List<NamespaceValue> values) {}
