package io.greenstack.api.twin;

import java.util.HashSet;
import java.util.Set;

import io.greenstack.api.platform.ApiException;

/**
 * The header {@code If-Match} of a write (RFC 9110, 13.1.1): versions of the twin, one of which it must have.
 *
 * @param versions the versions; empty = any
 */
record Precondition(Set<Long> versions) {

    private static final Precondition ANY = new Precondition(Set.of());

    /**
     * Reads the header.
     *
     * @param header entity tags such as {@code "7"}, or {@code *}; null and blank = no condition
     * @throws ApiException 400 when it is neither
     */
    static Precondition of(String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return ANY;
        }
        Set<Long> versions = new HashSet<>();
        for (String tag : header.split(",")) {
            String text = tag.strip();
            text = text.startsWith("W/") ? text.substring(2) : text;
            boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
            try {
                versions.add(Long.valueOf(quoted ? text.substring(1, text.length() - 1) : text));
            } catch (NumberFormatException e) {
                throw ApiException.invalidParameter("If-Match", "versions of the twin, such as \"7\", or * are needed");
            }
        }
        return new Precondition(versions);
    }

    /** Throws 412 when the version is none of those. */
    void check(long version) {
        if (!versions.isEmpty() && !versions.contains(version)) {
            throw new ApiException(412, "version-conflict",
                    "The twin has version " + version + " now; read it and decide again.");
        }
    }
}
