package io.greenstack.core.message;

/**
 * One value with a name, as the device sent it.
 *
 * @param parameter name, without control characters
 * @param value {@code Double} (finite), {@code BigInteger} (a whole number that a double does not hold), {@code Boolean} or
 *        {@code String}
 * @param unit unit as sent, null if none
 */
public record NamedValue(String parameter, Object value, String unit) {

    /** The value as a number: booleans 1 or 0, texts NaN. */
    public double number() {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof Boolean bool ? bool ? 1 : 0 : Double.NaN;
    }
}
