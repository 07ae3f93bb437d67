package io.greenstack.descriptions.eds.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as EDS files write them: {@code 12}, {@code -3}, {@code 0x1F}, {@code .004}, {@code 1.5e-3}, {@code 02}. */
public final class EdsNumbers {

    private static final int LONGEST = 40;
    private static final Pattern HEX = Pattern.compile("([+-]?)0[xX]([0-9a-fA-F]{1,16})");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private EdsNumbers() {}

    /** The number, or null if the text is none. */
    public static BigDecimal parse(String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        char first = text.charAt(0);
        if (first > '9' || text.length() > 1 && first == '0' && (text.charAt(1) | 0x20) == 'x') {
            return hex(text);
        }
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        }
        return hex(text);
    }

    /** The number as an int, or null if the text is none or does not fit. */
    public static Integer parseInt(String text) {
        Long value = parseLong(text);
        return value != null && value == value.intValue() ? (Integer) value.intValue() : null;
    }

    /** The number as a long, or null if the text is none, has a fraction or does not fit. */
    public static Long parseLong(String text) {
        return toLong(parse(text));
    }

    /** The number as a long, or null if it is null, has a fraction or does not fit. */
    public static Long toLong(BigDecimal number) {
        if (number == null || number.scale() < -20 || number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        return number.toBigInteger().bitLength() < 64 ? (Long) number.longValue() : null;
    }

    private static BigDecimal hex(String text) {
        var matcher = HEX.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(new java.math.BigInteger(matcher.group(2), 16));
        return "-".equals(matcher.group(1)) ? value.negate() : value;
    }
}
