package io.greenstack.descriptions;

/**
 * Why a value cannot be written or coded.
 *
 * @param field the parameter at fault: its variable id, with {@code .subindex} behind it for an item
 * @param code stable kebab-case reason, for example {@code value-out-of-range}
 * @param message what is wrong and what would be right, for a person
 */
public record ParameterError(String field, String code, String message) {}
