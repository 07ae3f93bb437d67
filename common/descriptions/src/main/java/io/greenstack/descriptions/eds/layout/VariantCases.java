package io.greenstack.descriptions.eds.layout;

import io.greenstack.descriptions.eds.model.EdsReference;
import io.greenstack.descriptions.eds.model.EdsVariant;

/** Chooses among the alternatives of a variant. */
final class VariantCases {

    private VariantCases() {}

    /** What holds at a value of the selector; nothing if no alternative fits. */
    static EdsReference choose(EdsVariant variant, Long value) {
        boolean bits = variant.keyword().toLowerCase(java.util.Locale.ROOT).contains("bitstring");
        for (EdsVariant.Case alternative : variant.cases()) {
            if (alternative.value() == null) {
                continue;
            }
            if (bits) {
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
