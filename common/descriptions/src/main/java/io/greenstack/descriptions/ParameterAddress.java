package io.greenstack.descriptions;

/**
 * Where a parameter is in the device.
 *
 * @param variableId its id in the description
 * @param index index by which the device is asked for it, null if the description gives none
 */
public record ParameterAddress(String variableId, Integer index) {}
