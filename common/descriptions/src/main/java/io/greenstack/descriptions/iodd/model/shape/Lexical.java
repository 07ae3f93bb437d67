package io.greenstack.descriptions.iodd.model.shape;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;

/**
 * How a value is written in an attribute. Blanks around a value are accepted everywhere but in texts.
 *
 * @param <V> type of the value
 */
public final class Lexical<V> {

    /** A text, taken as it is. */
    public static final Lexical<String> TEXT = new Lexical<>("a text", text -> text, text -> text);

    /** An id, a name from a list, a list: text without blanks around. */
    public static final Lexical<String> TOKEN = new Lexical<>("a name", String::strip, text -> text);

    /** A whole number that fits 32 bits. */
    public static final Lexical<Integer> INTEGER = new Lexical<>("a whole number", Lexical::integer, String::valueOf);

    /** A whole number that fits 64 bits. */
    public static final Lexical<Long> LONG = new Lexical<>("a whole number", Lexical::whole, String::valueOf);

    /** {@code true}, {@code false}, {@code 1}, {@code 0}. */
    public static final Lexical<Boolean> BOOLEAN = new Lexical<>("true or false", Lexical::truth, String::valueOf);

    /** A decimal number; an exponent is accepted although the schema has none. */
    public static final Lexical<BigDecimal> DECIMAL = new Lexical<>("a decimal number", Lexical::decimal,
            BigDecimal::toPlainString);

    /** Access rights. */
    public static final Lexical<AccessRights> RIGHTS = new Lexical<>("ro, rw or wo",
            text -> AccessRights.of(text.strip()), AccessRights::token);

    /** The name of a datatype; a name that is not known becomes {@link DatatypeKind#UNKNOWN}. */
    public static final Lexical<DatatypeKind> KIND = new Lexical<>("a datatype of the specification",
            text -> DatatypeKind.of(text.strip()), DatatypeKind::xsiType);

    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][+-]?\\d{1,2})?");
    private static final int LONGEST_WHOLE = 18;
    private static final int LONGEST_TEXT = 64;

    private final String expected;
    private final Function<String, V> parser;
    private final Function<V, String> formatter;

    private Lexical(String expected, Function<String, V> parser, Function<V, String> formatter) {
        this.expected = expected;
        this.parser = parser;
        this.formatter = formatter;
    }

    /** What is expected, for messages: {@code a whole number}. */
    public String expected() {
        return expected;
    }

    /** The value of a text, null if the text is not understood. */
    public V parse(String text) {
        return parser.apply(text);
    }

    /** True if a text is the usual spelling of the value it was parsed to. */
    public boolean isUsual(String text, V value) {
        if (value instanceof Number && !(value instanceof BigDecimal)) {
            char first = text.charAt(0);
            return first >= '1' && first <= '9' && text.charAt(text.length() - 1) >= '0' || format(value).equals(text);
        }
        return format(value).equals(text);
    }

    /** The usual spelling of a value. */
    public String format(V value) {
        return formatter.apply(value);
    }

    /** A number as descriptions write the values of any type, 1 and 0 for truth values; null if the text is none. */
    public static BigDecimal number(String text) {
        return switch (text == null ? "" : text.strip()) {
            case "true" -> BigDecimal.ONE;
            case "false" -> BigDecimal.ZERO;
            case "" -> null;
            default -> DECIMAL.parse(text);
        };
    }

    private static Long whole(String text) {
        String number = text.strip();
        boolean signed = !number.isEmpty() && (number.charAt(0) == '-' || number.charAt(0) == '+');
        int first = signed ? 1 : 0;
        while (first < number.length() - 1 && number.charAt(first) == '0') {
            first++;
        }
        int digits = number.length() - first;
        if (digits < 1 || digits > LONGEST_WHOLE || number.length() > LONGEST_TEXT) {
            return null;
        }
        long value = 0;
        for (int i = first; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            value = value * 10 + (c - '0');
        }
        return signed && number.charAt(0) == '-' ? -value : value;
    }

    private static Integer integer(String text) {
        Long value = whole(text);
        return value == null || value.intValue() != value ? null : Integer.valueOf(value.intValue());
    }

    private static Boolean truth(String text) {
        return switch (text.strip()) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static BigDecimal decimal(String text) {
        String number = text.strip();
        return NUMBER.matcher(number).matches() ? new BigDecimal(number) : null;
    }
}
