package io.greenstack.bridge.master.ice2;

import java.nio.charset.StandardCharsets;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.PortIdentity;
import io.greenstack.bridge.master.PortIdentity.Mode;
import io.vertx.core.Future;

/**
 * Asks a device what it is, by parameters that the IO-Link interface specification 1.1.3 (annex B) gives every device: the direct
 * parameter page 1 at index 0, the product name and the serial number.
 */
final class Ice2Identities {

    /** Nothing hangs there that says what it is. */
    static final PortIdentity NOTHING = new PortIdentity(Mode.UNKNOWN, null, null, null, null, null);

    private static final int PAGE = 0;
    private static final int PRODUCT_NAME = 18;
    private static final int SERIAL_NUMBER = 21;
    private static final int PAGE_OCTETS = 12;
    private static final int CYCLE_TIME = 1;
    private static final int VENDOR_ID = 7;
    private static final int DEVICE_ID = 9;
    private static final long[] BASES_US = {0, 6_400, 32_000};
    private static final long[] STEPS_US = {100, 400, 1_600};

    private final Ice2Isdu isdu;

    Ice2Identities(Ice2Isdu isdu) {
        this.isdu = isdu;
    }

    /** @return fails only when the master does not answer */
    Future<PortIdentity> ask(int port) {
        return isdu.read(port, PAGE, 0).compose(page -> page.length < PAGE_OCTETS
                ? Future.succeededFuture(NOTHING)
                : text(port, PRODUCT_NAME).compose(product -> text(port, SERIAL_NUMBER)
                        .map(serial -> new PortIdentity(Mode.IO_LINK, number(page, VENDOR_ID, 2),
                                number(page, DEVICE_ID, 3), product, serial, cycle(page[CYCLE_TIME])))))
                .recover(failure -> refused(failure)
                        ? Future.succeededFuture(NOTHING)
                        : Future.failedFuture(failure));
    }

    /** Whether it was answered that it cannot be done. */
    static boolean refused(Throwable failure) {
        return failure instanceof AdapterException refusal && refusal.kind() == Kind.DEVICE;
    }

    private Future<String> text(int port, int index) {
        return isdu.read(port, index, 0).map(octets -> {
            String text = new String(octets, StandardCharsets.UTF_8).replace("\0", "").strip();
            return text.isEmpty() ? null : text;
        }).recover(failure -> refused(failure) ? Future.succeededFuture(null) : Future.failedFuture(failure));
    }

    private static int number(byte[] page, int at, int octets) {
        int number = 0;
        for (int i = at; i < at + octets; i++) {
            number = number << 8 | page[i] & 0xFF;
        }
        return number;
    }

    /** A base in the two bits at the top and a multiplier in the others (B.1.3); null where the device has none. */
    private static Long cycle(byte octet) {
        int base = (octet & 0xFF) >> 6;
        return octet == 0 || base == BASES_US.length ? null : BASES_US[base] + (octet & 0x3F) * STEPS_US[base];
    }
}
