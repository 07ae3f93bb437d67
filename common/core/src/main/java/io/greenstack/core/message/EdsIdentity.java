package io.greenstack.core.message;

/**
 * What an EtherNet/IP device says it is; a member it does not say is null.
 *
 * @param vendorCode 0..65535
 * @param productCode 0..65535
 * @param revision major and minor, as text: 2.10 is not 2.1
 */
public record EdsIdentity(Integer vendorCode, Integer productCode, String revision) {}
