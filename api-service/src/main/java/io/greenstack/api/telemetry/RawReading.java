package io.greenstack.api.telemetry;

import java.time.Instant;

/**
 * Raw process data as it was stored.
 *
 * @param timestamp time of the reading
 * @param output whether it is output data
 * @param hex octets in hexadecimal
 */
public record RawReading(Instant timestamp, boolean output, String hex) {}
