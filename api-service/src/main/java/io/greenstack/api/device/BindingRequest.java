package io.greenstack.api.device;

import java.util.Map;

import jakarta.validation.constraints.Size;

/**
 * Binds a device to a description and sets its condition parameters.
 *
 * @param mode {@code AUTOMATIC} or {@code PINNED}; absent = {@code PINNED} when a description id is given, else as it is
 * @param descriptionId description to pin
 * @param parameters replaces the condition parameter values; absent = they stay
 */
public record BindingRequest(BindingMode mode, Long descriptionId, @Size(max = 256) Map<String, Long> parameters) {}
