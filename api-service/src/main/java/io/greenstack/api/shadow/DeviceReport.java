package io.greenstack.api.shadow;

import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.shadow.model.TimeSource;

/**
 * What a device reported, as the bridge hands it on.
 *
 * @param deviceId the device
 * @param payload what it sent
 * @param timestamp time of the report in ms since 1970
 * @param timeSource where that time comes from, ARRIVAL unless said
 * @param replayed whether it is a dead letter that is replayed, false unless said; its arrival is the first one
 */
public record DeviceReport(@NotNull String deviceId, @NotNull ObjectNode payload, long timestamp,
        TimeSource timeSource, boolean replayed) {

    public DeviceReport {
        timeSource = timeSource == null ? TimeSource.ARRIVAL : timeSource;
    }
}
