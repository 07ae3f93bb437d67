package io.greenstack.descriptions.eds.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Entry {@code ParamN} of [Params] (CIP Volume 1, clause 7-3.6.7), with its enumeration.
 *
 * @param keyword keyword as written: {@code Param7}, {@code ProxyParam3}
 * @param number N
 * @param linkPathSize size of the path in octets as declared, null if not given
 * @param linkPath path to the value in the device, empty if not given
 * @param descriptor bits, see {@link Descriptor}
 * @param typeCode code of the data type as written, null if missing
 * @param type the data type, null if unknown
 * @param dataSize size in octets, null if missing
 * @param units unit of the engineering value, empty if none
 * @param help help text, empty if none
 * @param minimum lowest raw value, {@link EdsValue#NONE} if not given
 * @param maximum highest raw value, {@link EdsValue#NONE} if not given
 * @param defaultValue raw default, {@link EdsValue#NONE} if not given
 * @param scaling how the raw value becomes an engineering value
 * @param names name in other languages
 * @param unitTexts unit in other languages
 * @param helpTexts help in other languages
 * @param values texts of values, empty if none
 */
public record EdsParameter(String keyword, int number, Integer linkPathSize, String linkPath, int descriptor,
        Integer typeCode, CipType type, Integer dataSize, String name, String units, String help, EdsValue minimum,
        EdsValue maximum, EdsValue defaultValue, ParameterScaling scaling, List<IntlText> names,
        List<IntlText> unitTexts, List<IntlText> helpTexts, List<EnumValue> values, int line) {

    /** Bits of the descriptor (CIP Volume 1, clause 5-14.2.1.1.2). */
    public enum Descriptor {
        /** The link path can be set. */
        SETTABLE_PATH,
        /** There are texts of values. */
        ENUMERATED,
        /** The value is scaled. */
        SCALING,
        /** Scaling factors come from other parameters. */
        SCALING_LINKS,
        /** The value can only be read. */
        READ_ONLY,
        /** The device changes the value by itself. */
        MONITOR,
        /** The decimal places are part of the scaling. */
        EXTENDED_PRECISION,
        /** The texts are not for consecutive values. */
        NON_CONSECUTIVE_ENUM,
        /** Values without a text are permitted too. */
        ENUM_AND_VALUES,
        /** Not to be displayed. */
        NOT_DISPLAYED,
        /** The value is the number of another parameter. */
        INDIRECT,
        /** The value cannot be addressed. */
        NOT_ADDRESSABLE,
        /** The value can only be written. */
        WRITE_ONLY
    }

    public EdsParameter {
        names = List.copyOf(names);
        unitTexts = List.copyOf(unitTexts);
        helpTexts = List.copyOf(helpTexts);
        values = List.copyOf(values);
    }

    /** True if the bit of the descriptor is set. */
    public boolean has(Descriptor bit) {
        return (descriptor >> bit.ordinal() & 1) == 1;
    }

    /** Size of the value in bits: the declared one, else that of the type; 0 if neither is known. */
    public int bits() {
        if (type != null && !type.isVariable()) {
            return type.octets() * 8;
        }
        return dataSize == null || dataSize < 0 || dataSize > 0xFFFF ? 0 : dataSize * 8;
    }

    /**
     * True if the enumeration of a bit string (BYTE, WORD, ...) names bits, as CIP Volume 1, clause 5-14.3.1 has it, and not
     * values, as with some vendors: all its values are bits of the member, and the declared range is wider than they are.
     *
     * @param bits length of the member
     */
    public boolean namesBits(int bits) {
        if (values.isEmpty()) {
            return false;
        }
        long highest = 0;
        for (EnumValue value : values) {
            if (value.value() < 0 || value.value() >= bits) {
                return false;
            }
            highest = Math.max(highest, value.value());
        }
        Long most = maximum.longValue();
        return most == null || most <= 0 || most > highest && most >= (1L << Math.min(highest, 62));
    }

    /** The same parameter with these texts of values. */
    public EdsParameter withValues(List<EnumValue> texts) {
        return new EdsParameter(keyword, number, linkPathSize, linkPath, descriptor, typeCode, type, dataSize, name,
                units, help, minimum, maximum, defaultValue, scaling, names, unitTexts, helpTexts, texts, line);
    }

    /**
     * A minimum, maximum or default: a number, or a text for text parameters.
     *
     * @param text as written, without quotes; null if not given
     * @param number the number, null if it is none
     */
    public record EdsValue(String text, BigDecimal number) {

        /** Not given. */
        static final EdsValue NONE = new EdsValue(null, null);

        /** Reads a field; {@link #NONE} if it is empty. */
        public static EdsValue of(EdsField field) {
            return field.isEmpty() ? NONE : new EdsValue(field.text(), field.number());
        }

        /** The number as a long, null if it is none that fits. */
        public Long longValue() {
            return EdsNumbers.toLong(number);
        }
    }

    /**
     * One language of an international string (CIP STRINGI).
     *
     * @param language language code of three letters, empty if not given
     * @param text the text
     */
    public record IntlText(String language, String text) {}

    /**
     * Fields 13 to 21 of a parameter: {@code EngValue = ((Actual + Offset) * Mult * Base) / Div} (CIP Volume 1, clause
     * 5-14.4). With extended precision scaling the divisor is multiplied by 10 to the power of the decimal places.
     *
     * @param multiplier multiplier, null if not given
     * @param divisor divisor, null if not given
     * @param base base, null if not given
     * @param offset offset, in raw units, null if not given
     * @param multiplierLink number of the parameter that holds the multiplier, null if none
     * @param divisorLink number of the parameter that holds the divisor, null if none
     * @param baseLink number of the parameter that holds the base, null if none
     * @param offsetLink number of the parameter that holds the offset, null if none
     * @param decimalPlaces digits after the decimal point, null if not given
     */
    public record ParameterScaling(BigDecimal multiplier, BigDecimal divisor, BigDecimal base, BigDecimal offset,
            Integer multiplierLink, Integer divisorLink, Integer baseLink, Integer offsetLink, Integer decimalPlaces) {

        /** No scaling. */
        public static final ParameterScaling NONE = new ParameterScaling(null, null, null, null, null, null, null, null,
                null);

        /** True if any of the four factors is taken from another parameter. */
        public boolean linked() {
            return multiplierLink != null || divisorLink != null || baseLink != null || offsetLink != null;
        }

        /** True if the factors change a value. */
        public boolean changesValue() {
            return gradient(false).compareTo(BigDecimal.ONE) != 0 || offset != null && offset.signum() != 0;
        }

        /**
         * {@code Mult * Base / Div}; factors that are missing or zero count as one. Exact where the quotient has a finite
         * decimal expansion, otherwise to 34 digits.
         *
         * @param extendedPrecision true if the decimal places are part of the divisor
         */
        public BigDecimal gradient(boolean extendedPrecision) {
            BigDecimal dividend = oneIfUnset(multiplier).multiply(oneIfUnset(base));
            BigDecimal by = oneIfUnset(divisor);
            if (extendedPrecision && decimalPlaces != null && decimalPlaces > 0 && decimalPlaces <= 20) {
                by = by.scaleByPowerOfTen(decimalPlaces);
            }
            if (by.compareTo(BigDecimal.ONE) == 0) {
                return dividend;
            }
            try {
                return dividend.divide(by);
            } catch (ArithmeticException e) {
                return dividend.divide(by, MathContext.DECIMAL128);
            }
        }

        private static BigDecimal oneIfUnset(BigDecimal factor) {
            return factor == null || factor.signum() == 0 ? BigDecimal.ONE : factor;
        }
    }
}
