package io.greenstack.api.redecode;

import java.time.Instant;

/**
 * What is to be decoded again. Exactly one of device and description.
 *
 * @param deviceId a device
 * @param descriptionId all devices that are bound to this description
 * @param from first instant, included; a day before the end if absent
 * @param to last instant, not included; now if absent
 */
record RedecodeRequest(String deviceId, Long descriptionId, Instant from, Instant to) {}
