package io.greenstack.api.event;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.greenstack.core.message.EventMessage;

/**
 * Events of any number of devices, those of one device in the order in which it sent them.
 *
 * @param events 1 to 1,200
 */
record EventBatch(@NotNull @Size(min = 1, max = 1200) List<@NotNull @Valid ReportedEvent> events) {

    /**
     * An event, as the bridge hands it on.
     *
     * @param deviceId the device
     * @param code event code, 0 to 65535
     * @param mode whether it appears, disappears or happens once
     * @param type how severe it is, absent if the device does not tell
     * @param timestamp when it happened
     * @param fromDevice whether the device told that time; else it is that of the arrival
     * @param receivedAt when the bridge received it
     * @param duplicate whether the broker says that it delivered the message before
     */
    record ReportedEvent(@NotNull @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}") String deviceId,
            @Min(0) @Max(65535) int code, @NotNull EventMessage.Mode mode, EventMessage.Type type,
            @NotNull Instant timestamp, boolean fromDevice, @NotNull Instant receivedAt, boolean duplicate) {}
}
