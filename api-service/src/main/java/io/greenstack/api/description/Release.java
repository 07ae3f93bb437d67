package io.greenstack.api.description;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of a device's description, as far as its place among the others goes. An IODD is released by the date and the
 * version of its document, an EDS by the revision of the device; numbers count as numbers, so 2.10 is newer than 2.1. Files
 * of one release with different content are variants of it.
 *
 * @param id id of the description, 0 if it has none yet
 * @param kind format
 * @param vendorName vendor, may be null
 * @param productIds product ids of its variants or catalog numbers
 * @param major major revision of the device (EDS), may be null
 * @param minor minor revision of the device (EDS), may be null
 * @param date release date, may be null
 * @param fileVersion version of the file as its vendor counts, may be null
 */
public record Release(long id, DescriptionKind kind, String vendorName, List<String> productIds, Integer major,
        Integer minor, LocalDate date, String fileVersion) {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Comparator<Integer> NUMBERS = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<LocalDate> DATES = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Release> REVISION = Comparator.comparing(Release::major, NUMBERS)
            .thenComparing(Release::minor, NUMBERS);
    private static final Comparator<Release> DOCUMENT = Comparator.comparing(Release::date, DATES)
            .thenComparing(Release::fileVersion, Release::compareVersions);

    /** Newest release first; of the variants of a release the one that came first, so that nothing is replaced silently. */
    public static final Comparator<Release> NEWEST_FIRST = ((Comparator<Release>) Release::compareAge).reversed()
            .thenComparing(Release::id);

    public Release {
        productIds = List.copyOf(productIds);
    }

    /** The release of a draft. */
    static Release of(DescriptionDraft draft) {
        return new Release(0, draft.kind(), draft.product().vendorName(), draft.identity().productIds(),
                draft.release().major(), draft.release().minor(), draft.release().date(),
                draft.release().fileVersion());
    }

    /** Negative if this release is older than the other one, 0 if both are the same release. */
    public int compareAge(Release other) {
        return (kind == DescriptionKind.EDS ? REVISION : DOCUMENT).compare(this, other);
    }

    /** Whether both are of the same vendor by name: vendor ids are not unique in the field. */
    public boolean sameVendor(Release other) {
        return vendorKey(vendorName).equals(vendorKey(other.vendorName));
    }

    /** {@code major.minor}, null if there is none. */
    public String revision() {
        return major == null ? null : major + "." + (minor == null ? 0 : minor);
    }

    private static String vendorKey(String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
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
