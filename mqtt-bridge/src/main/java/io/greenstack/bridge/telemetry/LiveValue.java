package io.greenstack.bridge.telemetry;

/**
 * One value of the live view.
 *
 * @param key name of the parameter: the key of a decoded field, {@code out_} before it for output data, or the name the
 *        device sent
 * @param name name for screens
 * @param value {@code Double} (finite), {@code BigInteger} (a whole number that no double holds), {@code Boolean}, {@code String}, {@code byte[]}, {@code Instant} or
 *        {@code Duration}; null where the status says why there is none
 * @param unit symbol of the unit, null if none
 * @param label text of the value, null if none
 * @param status why there is no ordinary value, null if there is one
 */
record LiveValue(String key, String name, Object value, String unit, String label, String status) {

    /** Status of values that the device marked as not valid. */
    static final String INVALID = "invalid";
}
