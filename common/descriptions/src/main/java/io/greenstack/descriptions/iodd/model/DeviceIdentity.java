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
 */
public record DeviceIdentity(Integer vendorId, Integer deviceId, String vendorName, String additionalDeviceIds,
        TextRef vendorText, TextRef vendorUrl, VendorLogo vendorLogo, TextRef deviceName, TextRef deviceFamily,
        IoddList<DeviceVariant> variants, Source source) implements IoddNode {

    /**
     * Logo of the vendor.
     *
     * @param name file name of the image
     */
    public record VendorLogo(String name, Source source) implements IoddNode {}

    /**
     * One variant of a device.
     *
     * @param productId product id as the device reports it; may be {@code n.a.}, {@code *} or empty
     * @param deviceSymbol file name of the picture, null if none
     * @param deviceIcon file name of the icon, null if none
     * @param hardwareRevision hardware revision (1.0.1), null if none
     * @param firmwareRevision firmware revision (1.0.1), null if none
     * @param name {@code Name}, null if none
     * @param description {@code Description}, null if none
     * @param productName {@code ProductName} (1.0.1), null if none
     * @param productText {@code ProductText} (1.0.1), null if none
     */
    public record DeviceVariant(String productId, String deviceSymbol, String deviceIcon, String hardwareRevision,
            String firmwareRevision, TextRef name, TextRef description, TextRef productName, TextRef productText,
            Source source) implements IoddNode {

        /** Name of the variant, whichever element it stands in; null if there is none. */
        public TextRef anyName() {
            return name != null ? name : productName;
        }

        /** Description of the variant, whichever element it stands in; null if there is none. */
        public TextRef anyText() {
            return description != null ? description : productText;
        }
    }
}
