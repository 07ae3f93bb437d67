package io.greenstack.api.twin;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.TimeSource;

/**
 * Reports of any number of devices, those of one device in the order in which it sent them.
 *
 * @param reports 1 to 1,000
 */
record ReportBatch(@NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid DeviceReport> reports) {

    /**
     * What a device reported, as the bridge hands it on.
     *
     * @param deviceId the device
     * @param payload what it sent
     * @param timestamp time of the report in ms since 1970
     * @param timeSource where that time comes from, ARRIVAL unless said
     * @param replayed whether it is a dead letter that is replayed, false unless said; its arrival is the first one
     */
    record DeviceReport(@NotNull String deviceId, @NotNull ObjectNode payload, long timestamp,
            TimeSource timeSource, boolean replayed) {

        public DeviceReport {
            timeSource = timeSource == null ? TimeSource.ARRIVAL : timeSource;
        }
    }
}
