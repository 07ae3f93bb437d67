package io.greenstack.descriptions;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something in a file that is not as it should be.
 *
 * @param severity how serious it is
 * @param code stable code, for example {@code unknown-element}
 * @param line line, from 1; 0 if no line can be named
 * @param path where it is, for example {@code IODevice/ProfileBody/DeviceIdentity}; may be null
 * @param message what is wrong, in plain words
 */
public record Finding(Severity severity, String code, @JsonInclude(JsonInclude.Include.NON_DEFAULT) int line,
        String path, String message) implements Sparse {}
