package io.greenstack.core.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.greenstack.core.processdata.DecodeException;
import io.greenstack.core.processdata.Direction;

/**
 * Raw process data (payload shape C and JSON for IO-Link).
 *
 * @param direction which process data
 * @param octets as sent; may be empty where they are not valid
 * @param valid false if the device or its master marked them as not valid: they yield no values
 * @param timestamp when they were measured
 * @param counterpart the output data where one payload carries both directions; null otherwise
 * @param beside values with names that stand beside the octets, such as the level of a pin
 * @param leftOut what is not kept, while these are
 */
public record RawProcessData(Direction direction, byte[] octets, boolean valid, Timestamp timestamp,
        RawProcessData counterpart, List<NamedValue> beside, LeftOut leftOut) implements TelemetryMessage {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Raw process data of one direction. */
    public RawProcessData(Direction direction, byte[] octets, boolean valid, Timestamp timestamp) {
        this(direction, octets, valid, timestamp, null);
    }

    /** Raw process data with nothing beside it. */
    public RawProcessData(Direction direction, byte[] octets, boolean valid, Timestamp timestamp,
            RawProcessData counterpart) {
        this(direction, octets, valid, timestamp, counterpart, List.of(), LeftOut.NOTHING);
    }

    /** The octets as upper-case hexadecimal text. */
    public String hex() {
        return HEX.formatHex(octets);
    }

    /**
     * Takes each direction. One that cannot be decoded costs only itself, as long as anything of the message is left.
     *
     * @param step has no effect where it fails
     * @param faults is told what is wrong with a direction
     * @throws DecodeException if no direction can be decoded, and nothing stands beside them
     */
    public void eachDirection(Consumer<RawProcessData> step, Consumer<ItemFault> faults) {
        List<DecodeException> failures = new ArrayList<>(0);
        int taken = 0;
        for (RawProcessData part = this; part != null; part = part.counterpart) {
            try {
                step.accept(part);
                taken++;
            } catch (DecodeException e) {
                failures.add(e);
            }
        }
        if (taken == 0 && beside.isEmpty()) {
            throw failures.get(0);
        }
        failures.forEach(failure -> faults.accept(new ItemFault(failure.reason(), failure.getMessage())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawProcessData that && direction == that.direction && valid == that.valid
                && Arrays.equals(octets, that.octets) && timestamp.equals(that.timestamp)
                && Objects.equals(counterpart, that.counterpart) && beside.equals(that.beside)
                && leftOut.equals(that.leftOut);
    }

    @Override
    public int hashCode() {
        return Objects.hash(direction, Arrays.hashCode(octets), valid, timestamp);
    }

    @Override
    public String toString() {
        return direction.token() + " " + hex() + (valid ? "" : " (not valid)") + " at " + timestamp
                + (counterpart == null ? "" : ", " + counterpart) + (beside.isEmpty() ? "" : ", " + beside);
    }
}
