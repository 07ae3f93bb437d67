package io.greenstack.descriptions;

/**
 * Where the object of a registration says which device it is of; {@code revision} and {@code serial} are called so in every
 * format.
 *
 * @param object member that holds the others, for example {@code iolink}
 * @param vendor member of the vendor, for example {@code vendor_id}
 * @param device member of the device type, for example {@code device_id}
 * @param product member of the product or catalog number, for example {@code product_id}
 * @param maxVendor greatest number of a vendor
 * @param maxDevice greatest number of a device type
 */
public record RegistrationMembers(String object, String vendor, String device, String product, long maxVendor,
        long maxDevice) {}
