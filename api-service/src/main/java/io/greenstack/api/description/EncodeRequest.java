package io.greenstack.api.description;

import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Values to write into process data.
 *
 * @param direction {@code out} (default) or {@code in}
 * @param values values by field key, as decoding answers them: scaled numbers, booleans, texts; a numeric field also takes the
 *        text of a label or special value
 * @param parameters condition parameter values; those left out have their default
 * @param base octets to start from as hex digits: fields left out, and gaps, keep what they have there; absent = zero
 */
public record EncodeRequest(String direction,
        @NotNull @Size(max = 1024) @Schema(type = SchemaType.OBJECT) Map<String, JsonNode> values,
        @Size(max = 256) Map<String, Long> parameters, @Size(max = 8192) String base) {}
