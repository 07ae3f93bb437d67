package io.greenstack.api.command;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is sent for a request.
 *
 * @param parameters as the device gets them, null if there are none
 * @param target parameter that is read or written, null for other commands
 */
record ResolvedCommand(JsonNode parameters, ParameterTarget target) {}
