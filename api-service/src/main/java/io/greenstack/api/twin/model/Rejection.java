package io.greenstack.api.twin.model;

/**
 * Why a device does not take a wanted value.
 *
 * @param reason in the words of the device
 * @param code error code of the device, null if it gave none
 * @param timestamp when it said so, in milliseconds since 1970
 * @param version version of the twin that the rejection came with
 */
public record Rejection(String reason, String code, long timestamp, long version) {}
