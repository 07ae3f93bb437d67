package io.greenstack.api.device;

/**
 * Result of a registration.
 *
 * @param device the device as it is now
 * @param created whether it was unknown before
 */
public record Registered(DeviceView device, boolean created) {}
