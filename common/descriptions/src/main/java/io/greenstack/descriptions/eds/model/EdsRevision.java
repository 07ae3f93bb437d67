package io.greenstack.descriptions.eds.model;

/**
 * A revision {@code major.minor}: two whole numbers, so 2.10 comes after 2.9 and is not 2.1.
 *
 * @param major major revision
 * @param minor minor revision
 */
public record EdsRevision(int major, int minor) implements Comparable<EdsRevision> {

    /** Reads {@code 2.10} or {@code 3}; null if it is no revision. */
    public static EdsRevision parse(String text) {
        if (text == null || !text.strip().matches("\\d{1,6}(\\s*\\.\\s*\\d{1,6})?")) {
            return null;
        }
        String[] parts = text.strip().split("\\s*\\.\\s*");
        return new EdsRevision(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }

    @Override
    public int compareTo(EdsRevision other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
