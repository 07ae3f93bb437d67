package io.greenstack.api.platform;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One finding inside a {@link Problem}.
 *
 * @param field where it is: a parameter name, a JSON path or a file name with a line; may be null
 * @param code stable kebab-case reason
 * @param message text for a person
 */
@RegisterForReflection
public record FieldError(String field, String code, String message) {}
