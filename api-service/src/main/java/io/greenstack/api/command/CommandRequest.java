package io.greenstack.api.command;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A command that a device is to carry out.
 *
 * @param command its name; {@code read_parameter} and {@code write_parameter} are resolved by the description of the device
 * @param parameters whatever the device understands
 * @param timeout how long to wait for the answer, such as {@code 30s}, {@code 5m}, {@code 24h}; 1 s to 24 h, default 30 s
 * @param parameter parameter that is read or written: variable id, index or unique name
 * @param subindex record item or array element; absent or 0 for the whole
 * @param value value that is written
 * @param scaled true if numbers of it are given as menus show them instead of raw
 * @param unitCode unit of scaled numbers where menus offer several
 */
record CommandRequest(
        @NotNull @Pattern(regexp = "[A-Za-z0-9._:/-]{1,128}", message = "a name of 1 to 128 letters, digits, '.', '_', ':', '/' and '-' is needed") String command,
        @Schema(implementation = Object.class) JsonNode parameters, String timeout,
        @Schema(implementation = String.class) JsonNode parameter, @Min(0) @Max(255) Integer subindex,
        @Schema(implementation = Object.class) JsonNode value, Boolean scaled, Integer unitCode) {

    static final String READ = "read_parameter";
    static final String WRITE = "write_parameter";

    boolean accessesParameter() {
        return command.equals(READ) || command.equals(WRITE);
    }
}
