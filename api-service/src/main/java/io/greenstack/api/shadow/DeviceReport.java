package io.greenstack.api.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.validation.constraints.NotNull;

/**
 * What a device reported, as the bridge hands it on.
 *
 * @param deviceId the device
 * @param payload what it sent
 * @param timestamp time of the report in ms since 1970
 * @param deviceTime whether the device itself gave that time
 */
public record DeviceReport(@NotNull String deviceId, @NotNull ObjectNode payload, long timestamp,
        boolean deviceTime) {}
