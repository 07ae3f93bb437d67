package io.greenstack.core.message;

/**
 * What an IO-Link device says it is; a member it does not say is null.
 *
 * @param vendorId 0..65535
 * @param deviceId 0..16777215
 * @param revision IO-Link revision, for example {@code 1.1}
 * @param productId product id
 * @param serial serial number
 */
public record IoLinkIdentity(Integer vendorId, Integer deviceId, String revision, String productId, String serial) {}
