package io.greenstack.descriptions.iodd.parameter;

/**
 * Why a value cannot be written or coded.
 *
 * @param field the parameter at fault: its variable id, with {@code .subindex} behind it for an item
 * @param code stable kebab-case reason, one of the constants of {@link ParameterException}
 * @param message what is wrong and what would be right, for a person
 */
public record ParameterError(String field, String code, String message) {}
