package io.greenstack.bridge.master;

import java.util.Locale;
import java.util.Map;

/** The error types of IO-Link (interface specification 1.1.3, annex C) in plain words. */
public final class IoLinkErrors {

    private static final Map<Integer, String> TEXTS = Map.ofEntries(
            Map.entry(0x1000, "The device does not answer to parameters now"),
            Map.entry(0x1100, "The device did not answer in time"),
            Map.entry(0x5600, "The master does not answer to parameters now"),
            Map.entry(0x5700, "The master has too much to do; try again"),
            Map.entry(0x8000, "The device cannot do it and does not say why"),
            Map.entry(0x8011, "The device has no such parameter (index)"),
            Map.entry(0x8012, "The parameter has no such item (subindex)"),
            Map.entry(0x8020, "The device cannot do it now; try again"),
            Map.entry(0x8021, "It is under control of the device itself now, for example by its buttons"),
            Map.entry(0x8022, "It is under control of somebody else now"),
            Map.entry(0x8023, "The device does not allow it in its present state, for example because it is locked"),
            Map.entry(0x8030, "The value is outside of its range"),
            Map.entry(0x8031, "The value is above its limit"),
            Map.entry(0x8032, "The value is below its limit"),
            Map.entry(0x8033, "The value has too many octets"),
            Map.entry(0x8034, "The value has too few octets"),
            Map.entry(0x8035, "The device does not have this function"),
            Map.entry(0x8036, "The device does not have this function now"),
            Map.entry(0x8040, "The parameters do not fit together"),
            Map.entry(0x8041, "The parameters are not consistent"),
            Map.entry(0x8082, "The application of the device is not ready"),
            Map.entry(0x8100, "An error of its vendor, of which its manual tells"));

    private IoLinkErrors() {}

    /** The failure of an error type: error code in the high octet, additional code in the low one. */
    public static AdapterException failure(int errorType) {
        String known = TEXTS.get(errorType);
        if (known == null && errorType >> 8 == 0x81) {
            known = TEXTS.get(0x8100);
        }
        return new AdapterException(AdapterException.Kind.DEVICE, String.format(Locale.ROOT, "0x%04X", errorType),
                known == null ? "The device says error " + errorType : known);
    }
}
