package io.greenstack.api.device;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a person may change of a device. In a PATCH absent members stay and empty texts clear; a PUT clears what is absent.
 *
 * @param name name for people
 * @param labels {@code {"line":"4","critical":""}} or {@code ["line=4","critical"]}
 * @param location where it is
 * @param notes what else is to be known
 */
public record DevicePatch(@Size(max = 200) String name, @Schema(type = SchemaType.OBJECT) JsonNode labels,
        @Size(max = 500) String location, @Size(max = 10_000) String notes) {}
