package io.greenstack.api.description;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something questionable in a description file.
 *
 * @param severity {@code ERROR} (part of the file could not be used), {@code WARNING} or {@code INFO}
 * @param code stable kebab-case reason
 * @param line line in the main file, absent if none can be named
 * @param path where in the file, absent if it has no such name
 * @param message text for a person
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(String severity, String code, Integer line, String path, String message) {}
