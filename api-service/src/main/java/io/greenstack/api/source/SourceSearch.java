package io.greenstack.api.source;

import java.util.Locale;

/**
 * What is looked for; null for any.
 *
 * @param vendorId IO-Link vendor id; the library is not asked for it, its answer is narrowed down
 * @param deviceId IO-Link device id
 * @param vendor part of the maker's name
 * @param product part of the product's name
 * @param page from 0
 * @param size of a page
 */
record SourceSearch(Long vendorId, Long deviceId, String vendor, String product, int page, int size) {

    /** What answers to one identity. */
    static SourceSearch of(long vendorId, long deviceId) {
        return new SourceSearch(vendorId, deviceId, null, null, 0, 2_000);
    }

    boolean matches(SourceDriver driver) {
        return (vendorId == null || vendorId == driver.vendorId())
                && (deviceId == null || deviceId == driver.deviceId())
                && contains(driver.vendorName(), vendor)
                && (contains(driver.productName(), product) || contains(driver.productId(), product));
    }

    private static boolean contains(String text, String part) {
        return part == null || text != null && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
