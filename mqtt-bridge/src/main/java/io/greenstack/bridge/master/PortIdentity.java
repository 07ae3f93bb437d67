package io.greenstack.bridge.master;

import java.util.Locale;

/**
 * What a port is and what hangs on it.
 *
 * @param mode what the port is used for
 * @param vendorId of the device on it, null for none
 * @param deviceId of its type, null for none
 * @param product what it calls itself, null where it does not say
 * @param serial its serial number, null where it has none
 * @param cycleUs length of a cycle of the port in microseconds, null where that is not known
 */
public record PortIdentity(Mode mode, Integer vendorId, Integer deviceId, String product, String serial, Long cycleUs) {

    /** What a port is used for. */
    public enum Mode {
        IO_LINK, DIGITAL_INPUT, DIGITAL_OUTPUT, DISABLED, UNKNOWN;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether there is an IO-Link device; ids of 0 name none. */
    public boolean hasDevice() {
        return vendorId != null && deviceId != null && (vendorId != 0 || deviceId != 0);
    }
}
