package io.greenstack.api.mqtt;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message that is to be published.
 *
 * @param topic without wildcards, 1 to 1,024 characters and 128 levels
 * @param message text, sent as it is; any other JSON is sent as JSON
 * @param base64 octets instead of a message
 * @param qos 0, 1 or 2; default 0
 * @param retain whether the broker keeps it for later subscribers; default false
 */
record PublishRequest(@NotNull String topic, @Schema(implementation = Object.class) JsonNode message,
        String base64, @Min(0) @Max(2) Integer qos, Boolean retain) {}
