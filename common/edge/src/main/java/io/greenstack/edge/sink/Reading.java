package io.greenstack.edge.sink;

import io.greenstack.core.processdata.Direction;

/** One thing that a message says, decoded, in no store's terms. */
public sealed interface Reading {

    /** When it was measured or happened, in nanoseconds since 1970. */
    long epochNanos();

    /**
     * A value of a parameter.
     *
     * @param parameter its name: what the device sent, or the key of the decoded field, {@code out_} before it for output data
     * @param unit symbol of the unit, null if none
     * @param number finite, booleans 1 or 0, NaN where the status says why there is none
     * @param label text of the value, null if none
     * @param status why there is no ordinary value, null if there is one
     * @param epochNanos nanoseconds since 1970
     */
    record Value(String parameter, String unit, double number, String label, String status, long epochNanos)
            implements
                Reading {}

    /**
     * A text or octets (hexadecimal) instead of a number.
     *
     * @param attribute name, as of a parameter
     * @param text its value
     * @param epochNanos nanoseconds since 1970
     */
    record Attribute(String attribute, String text, long epochNanos) implements Reading {}

    /**
     * Raw process data, so that history can be decoded again.
     *
     * @param direction which process data
     * @param hex octets in upper-case hexadecimal
     * @param epochNanos nanoseconds since 1970
     */
    record ProcessData(Direction direction, String hex, long epochNanos) implements Reading {}

    /**
     * An event of a device.
     *
     * @param code event code, 0 to 65535
     * @param type {@code notification}, {@code warning} or {@code error}, null if not told
     * @param mode {@code appears}, {@code disappears} or {@code singleshot}
     * @param text what the description of the device says of it, null if that is not known now
     * @param epochNanos nanoseconds since 1970
     */
    record DeviceEvent(int code, String type, String mode, String text, long epochNanos) implements Reading {}

    /**
     * That the clock of the device is ahead, so that the other readings of this time have the time of arrival and not the one
     * that the device gave.
     *
     * @param aheadMillis by how many milliseconds
     * @param epochNanos nanoseconds since 1970
     */
    record ClockAhead(long aheadMillis, long epochNanos) implements Reading {}
}
