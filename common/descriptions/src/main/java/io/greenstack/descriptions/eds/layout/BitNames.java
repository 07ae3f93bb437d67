package io.greenstack.descriptions.eds.layout;

import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EnumValue;

/**
 * Tells whether the enumeration of a bit string (BYTE, WORD, ...) names bits, as CIP Volume 1, clause 5-14.3.1 has it, or
 * values, as some vendors do.
 */
final class BitNames {

    private BitNames() {}

    /**
     * True if it names bits: there is one, all its values are bits of the member, and the declared range is wider than
     * the enumerated values.
     */
    static boolean apply(EdsParameter parameter, int bits) {
        if (parameter.values().isEmpty()) {
            return false;
        }
        long highest = 0;
        for (EnumValue value : parameter.values()) {
            if (value.value() < 0 || value.value() >= bits) {
                return false;
            }
            highest = Math.max(highest, value.value());
        }
        Long maximum = parameter.maximum() == null ? null : parameter.maximum().longValue();
        return maximum == null || maximum <= 0 || maximum > highest && maximum >= (1L << Math.min(highest, 62));
    }
}
