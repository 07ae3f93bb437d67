package io.greenstack.core.message;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

import io.greenstack.core.processdata.Direction;

/**
 * Raw process data (payload shape C and JSON for IO-Link).
 *
 * @param direction which process data
 * @param octets as sent; may be empty where they are not valid
 * @param valid false if the device or its master marked them as not valid: they yield no values
 * @param timestamp when they were measured
 * @param counterpart the output data where one payload carries both directions; null otherwise
 */
public record RawProcessData(Direction direction, byte[] octets, boolean valid, Timestamp timestamp,
        RawProcessData counterpart) implements TelemetryMessage {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Raw process data of one direction. */
    public RawProcessData(Direction direction, byte[] octets, boolean valid, Timestamp timestamp) {
        this(direction, octets, valid, timestamp, null);
    }

    /** The octets as upper-case hexadecimal text. */
    public String hex() {
        return HEX.formatHex(octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawProcessData that && direction == that.direction && valid == that.valid
                && Arrays.equals(octets, that.octets) && timestamp.equals(that.timestamp)
                && Objects.equals(counterpart, that.counterpart);
    }

    @Override
    public int hashCode() {
        return Objects.hash(direction, Arrays.hashCode(octets), valid, timestamp);
    }

    @Override
    public String toString() {
        return direction.token() + " " + hex() + (valid ? "" : " (not valid)") + " at " + timestamp
                + (counterpart == null ? "" : ", " + counterpart);
    }
}
