package io.greenstack.api.device;

import java.time.Instant;

/**
 * What the bridge noted about a device.
 *
 * @param deviceId the device
 * @param state {@code connected} or {@code disconnected}, null = nothing new
 * @param since when that began
 * @param lastSeen newest message, null = none
 * @param clockAheadMs by how much the clock of the device is ahead, 0 = it is right, null = nothing new
 */
public record Presence(String deviceId, String state, Instant since, Instant lastSeen, Long clockAheadMs) {}
