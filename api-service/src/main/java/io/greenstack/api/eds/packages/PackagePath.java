package io.greenstack.api.eds.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the folders of a package say of a file: its variant and the version it belongs to.
 *
 * @param variant name of the nearest folder that is no version folder, in snake case; {@code generic} without one
 * @param versionFolder nearest folder named {@code V<major>.<minor>}, null if there is none
 */
record PackagePath(String variant, String versionFolder) {

    static final String GENERIC = "generic";

    private static final Pattern VERSION = Pattern.compile("[vV](\\d{1,9}(?:\\.\\d{1,9})+)");

    static PackagePath of(String path) {
        String variant = null;
        String version = null;
        String[] parts = path.replace("!/", "/").split("/");
        for (int i = parts.length - 2; i >= 0; i--) {
            Matcher matcher = VERSION.matcher(parts[i].strip());
            if (matcher.matches()) {
                version = version == null ? "V" + matcher.group(1) : version;
            } else if (variant == null) {
                variant = snakeCase(parts[i]);
            }
        }
        return new PackagePath(variant == null || variant.isEmpty() ? GENERIC : variant, version);
    }

    private static String snakeCase(String folder) {
        return folder.replaceAll("(?i)\\.zip$", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
    }

    /** The numbers of a version folder, none for null. */
    static List<Integer> numbers(String versionFolder) {
        List<Integer> numbers = new ArrayList<>();
        if (versionFolder != null) {
            for (String part : versionFolder.substring(1).split("\\.")) {
                numbers.add(Integer.valueOf(part));
            }
        }
        return numbers;
    }
}
