package io.greenstack.descriptions.iodd.model;

/**
 * Identity of the device, clause 7.5.1.
 *
 * @param vendorId vendor id, 1..65535
 * @param deviceId device id, 1..16777215
 * @param vendorName name of the vendor
 * @param additionalDeviceIds further device ids, separated by blanks; null if none
 * @param vendorText text about the vendor
 * @param vendorUrl web address of the vendor
 * @param vendorLogo logo, null if none
 * @param deviceName name of the device (1.1), null if none
 * @param deviceFamily family of the device
 * @param variants variants
 * @param source place in the file
 */
public record DeviceIdentity(Integer vendorId, Integer deviceId, String vendorName, String additionalDeviceIds,
        TextRef vendorText, TextRef vendorUrl, VendorLogo vendorLogo, TextRef deviceName, TextRef deviceFamily,
        DeviceVariantCollection variants, Source source) implements IoddNode {}
