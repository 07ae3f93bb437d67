package io.greenstack.core.processdata;

import java.util.Arrays;
import java.util.Objects;

/**
 * One decoded field.
 *
 * @param field the field of the layout
 * @param raw raw number: integers as they are (unsigned ones beyond 2^63 wrap), booleans 0 or 1, floating-point numbers
 *        and times as their bits; 0 for texts and octets
 * @param value {@code Double} (all numbers, scaled), {@code BigInteger} (a whole number that no double holds), {@code Boolean}, {@code String}, {@code byte[]} (octets),
 *        {@code Instant} (TimeT) or {@code Duration} (TimeSpanT); null where the status says why there is none
 * @param number the value as a finite number for time series: booleans 1 or 0, times in seconds (TimeT since 1970);
 *        NaN where there is none
 * @param scaling the scaling that was used, null if none applies
 * @param label text of the raw value: its label, the text of the special value, or the name of its range; else null
 * @param status null for an ordinary value, else one of the constants here or the token of a {@link SpecialValue}
 */
public record DecodedValue(Field field, long raw, Object value, double number, Scaling scaling, String label,
        String status) {

    /** Status: a NaN, an infinity, or a scaled value beyond what a double holds; no value. */
    public static final String NOT_A_NUMBER = "not_a_number";
    /** Status beside a value: the raw value lies in none of the field's ranges and has no label. */
    public static final String OUT_OF_RANGE = "out_of_range";
    /** Status: the field has scalings, but the parameters fulfil the conditions of none; no value. */
    public static final String NO_SCALING = "no_scaling";
    /**
     * Status: the length in the octets exceeds the room of the text, then without a value; or some octets are no
     * characters, then beside a value in which they are U+FFFD.
     */
    public static final String INVALID_TEXT = "invalid_text";

    /** True if there is a value, of whatever kind. */
    public boolean hasValue() {
        return value != null;
    }

    /** True if {@link #number()} is one. */
    public boolean hasNumber() {
        return !Double.isNaN(number);
    }

    /** Symbol of the unit, {@code s} for time spans, null if none. */
    public String unit() {
        if (field.type() == ScalarType.TIME_SPAN) {
            return "s";
        }
        return scaling == null ? null : scaling.unit();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecodedValue that && raw == that.raw && Objects.deepEquals(value, that.value)
                && Double.compare(number, that.number) == 0 && field.equals(that.field)
                && Objects.equals(scaling, that.scaling) && Objects.equals(label, that.label)
                && Objects.equals(status, that.status);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field.key(), raw, number, label, status);
    }

    @Override
    public String toString() {
        String shown = value instanceof byte[] octets ? Arrays.toString(octets) : String.valueOf(value);
        return field.key() + "=" + shown + (unit() == null ? "" : " " + unit())
                + (label == null ? "" : " (" + label + ")") + (status == null ? "" : " [" + status + "]");
    }
}
