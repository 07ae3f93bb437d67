package io.greenstack.descriptions.eds.layout;

import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsSize;

/**
 * A size or interval that is a number or held by a parameter.
 *
 * @param minimum lowest value, null if not limited
 * @param maximum highest value, null if not limited
 * @param defaultValue value to begin with, null if not known
 * @param parameter keyword of the parameter that holds it, null if it is fixed or not given
 */
public record SizeRange(Long minimum, Long maximum, Long defaultValue, String parameter) {

    /** Not given. */
    public static final SizeRange NONE = new SizeRange(null, null, null, null);

    /** Resolves a size with the range and the default of its parameter. */
    public static SizeRange of(EdsIndex index, EdsSize size) {
        if (size.value() != null) {
            long value = size.value();
            return new SizeRange(value, value, value, null);
        }
        EdsParameter parameter = index.parameter(size.reference());
        if (parameter == null) {
            return NONE;
        }
        Long minimum = parameter.minimum().longValue();
        Long maximum = parameter.maximum().longValue();
        boolean none = minimum != null && maximum != null && minimum == 0 && maximum == 0;
        return new SizeRange(none ? null : minimum, none ? null : maximum,
                parameter.defaultValue().longValue(), parameter.keyword());
    }

    /** True if neither a value nor limits are known. */
    public boolean isNone() {
        return minimum == null && maximum == null && defaultValue == null;
    }

    /** True if a parameter holds it. */
    public boolean variable() {
        return parameter != null;
    }

    /** The default as an int, null if there is none that fits a size. */
    public Integer octets() {
        return defaultValue == null || defaultValue < 0 || defaultValue > AssemblyWalker.MAX_OCTETS
                ? null
                : (Integer) defaultValue.intValue();
    }
}
