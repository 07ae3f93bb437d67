package io.greenstack.descriptions.eds.model;

import java.util.List;
import java.util.Locale;

/**
 * Entry {@code VariantN}, {@code VariantExaN} or {@code BitStringVariantN} of [Assembly]: data whose form depends on the
 * value of a parameter.
 *
 * @param keyword keyword with number
 * @param number N
 * @param help help text
 * @param selector the parameter that selects
 * @param cases alternatives
 */
public record EdsVariant(String keyword, int number, String name, String help, EdsReference selector,
        List<Case> cases, int line) {

    /**
     * One alternative.
     *
     * @param value value of the selector; the bit number for a bit-string variant
     * @param entry what holds then (for a bit-string variant: when the bit is set)
     * @param otherwise what holds when the bit is not set; nothing for other variants
     */
    public record Case(Long value, EdsReference entry, EdsReference otherwise) {}

    public EdsVariant {
        cases = List.copyOf(cases);
    }

    /** True if a bit of the selector selects, not its value. */
    public boolean ofBits() {
        return keyword.toLowerCase(Locale.ROOT).contains("bitstring");
    }

    /** What holds at a value of the selector; nothing if no alternative fits. */
    public EdsReference choose(Long value) {
        for (Case alternative : cases) {
            if (alternative.value() == null) {
                continue;
            }
            if (ofBits()) {
                boolean set = value != null && alternative.value() < 64 && (value >> alternative.value() & 1) == 1;
                return set ? alternative.entry() : alternative.otherwise();
            }
            if (alternative.value().equals(value)) {
                return alternative.entry();
            }
        }
        return EdsReference.NONE;
    }
}
