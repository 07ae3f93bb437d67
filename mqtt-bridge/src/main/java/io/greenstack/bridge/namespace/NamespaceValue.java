package io.greenstack.bridge.namespace;

/**
 * A decoded value on its way out.
 *
 * @param parameter its name
 * @param value {@code Number}, {@code Boolean}, {@code String} or octets; null where the status says why there is none
 * @param unit symbol of the unit, null if none
 * @param label text of the value, null if none
 * @param status why there is no ordinary value, null if there is one
 */
public record NamespaceValue(String parameter, Object value, String unit, String label, String status) {}
