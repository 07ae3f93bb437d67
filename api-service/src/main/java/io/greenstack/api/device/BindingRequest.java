package io.greenstack.api.device;

import java.util.Map;

import jakarta.validation.constraints.Size;

/**
 * Binds a device to a description and sets its condition parameters.
 *
 * @param mode {@code automatic} or {@code pinned}; absent = {@code pinned} when a description id is given, else as it is
 * @param descriptionId description to pin
 * @param connection EDS only: number of the connection whose data the device sends and receives
 * @param assembly EDS only: number or keyword of the one assembly the device sends or receives
 * @param parameters replaces the condition parameter values; absent = they stay
 */
record BindingRequest(BindingMode mode, Long descriptionId, Integer connection,
        @Size(max = 64) String assembly, @Size(max = 256) Map<String, Long> parameters) {}
