package io.greenstack.bridge.master;

/**
 * What a port has at a moment.
 *
 * @param port its number
 * @param state what there is
 * @param in process data of the device in hexadecimal, null for none; with neither {@code in} nor {@code out} it is only known that
 *        there is a device
 * @param out process data to the device, null for none
 * @param identity what hangs on it, null where that was not asked or not answered
 */
public record PortReading(int port, State state, String in, String out, PortIdentity identity) {

    /** What there is. */
    public enum State {
        /** Process data. */
        VALID,
        /** A device that says that its process data is not valid now. */
        INVALID,
        /** Nothing that answers. */
        ABSENT
    }
}
