package io.greenstack.descriptions.iodd.view;

import java.util.regex.Pattern;

import io.greenstack.descriptions.iodd.model.CommNetworkProfile.Connection;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.Wire;

/**
 * What a wire is for. On the round connectors M5, M8 and M12 the pins 1, 3 and 4 are given by the IO-Link Interface
 * Specification (pin assignment of port class A), so most files leave them out; cables have no such rule.
 */
final class WireFunctions {

    private static final Pattern ROUND_CONNECTOR = Pattern.compile("M(5|8|12)(-\\d)?ConnectionT");

    private WireFunctions() {}

    /** The function as written, else that of the pin; null if neither is known. */
    static String of(Connection connection, Wire wire) {
        if (wire.function() != null || connection.xsiType() == null
                || !ROUND_CONNECTOR.matcher(connection.xsiType()).matches()) {
            return wire.function();
        }
        return switch (wire.number()) {
            case 1 -> "L+";
            case 3 -> "L-";
            case 4 -> "C/Q";
            default -> null;
        };
    }
}
