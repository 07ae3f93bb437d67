package io.greenstack.descriptions;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of a device's description, as far as its place among the others goes. Files of one release with different content are
 * variants of it.
 *
 * @param id id of the description, 0 if it has none yet
 * @param vendorName vendor, may be null
 * @param productIds product ids of its variants or catalog numbers
 * @param major major revision of the device, null if the format has none
 * @param minor minor revision of the device, null if the format has none
 * @param date release date, may be null
 * @param fileVersion version of the file as its vendor counts
 */
public record Release(long id, String vendorName, List<String> productIds, Integer major, Integer minor,
        LocalDate date, String fileVersion) {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Comparator<Integer> NUMBERS = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<LocalDate> DATES = Comparator.nullsFirst(Comparator.naturalOrder());

    /** By the revision of the device, as numbers. */
    public static final Comparator<Release> BY_REVISION = Comparator.comparing(Release::major, NUMBERS)
            .thenComparing(Release::minor, NUMBERS);

    /** By the date and the version of the document; numbers count as numbers, so that 2.10 is newer than 2.1. */
    public static final Comparator<Release> BY_DOCUMENT = Comparator.comparing(Release::date, DATES)
            .thenComparing(Release::fileVersion, Release::compareVersions);

    public Release {
        productIds = List.copyOf(productIds);
    }

    /** Whether both are of the same vendor by name: vendor ids are not unique in the field. */
    public boolean sameVendor(Release other) {
        return vendorKey().equals(other.vendorKey());
    }

    /** {@code major.minor}, null if there is none. */
    public String revision() {
        return major == null ? null : major + "." + (minor == null ? 0 : minor);
    }

    /** Vendor name for comparing, empty if there is none. */
    public String vendorKey() {
        return vendorName == null ? "" : vendorName.strip().toLowerCase(Locale.ROOT);
    }

    /** Compares versions such as {@code V1.10} number by number. */
    static int compareVersions(String one, String other) {
        Matcher first = DIGITS.matcher(one == null ? "" : one);
        Matcher second = DIGITS.matcher(other == null ? "" : other);
        while (true) {
            boolean more = first.find();
            boolean otherMore = second.find();
            if (!more && !otherMore) {
                return 0;
            }
            int order = number(first, more).compareTo(number(second, otherMore));
            if (order != 0) {
                return order;
            }
        }
    }

    private static BigInteger number(Matcher digits, boolean found) {
        return found ? new BigInteger(digits.group()) : BigInteger.ZERO;
    }
}
