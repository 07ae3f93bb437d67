package io.greenstack.descriptions.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names of files in archives. */
public final class EntryNames {

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    private static final int MAX_LENGTH = 512;

    private EntryNames() {}

    /**
     * The name with single slashes and without dots.
     *
     * @throws ArchiveException {@code zip-path} if it is absolute, leads out of the archive or has control characters
     */
    public static String normalise(String name) throws ArchiveException {
        String unified = name.replace('\\', '/');
        if (unified.startsWith("/") || DRIVE.matcher(unified).matches() || unified.length() > MAX_LENGTH
                || unified.chars().anyMatch(Character::isISOControl)) {
            throw forbidden(name);
        }
        List<String> parts = new ArrayList<>();
        for (String part : unified.split("/")) {
            if ("..".equals(part)) {
                throw forbidden(name);
            }
            if (!part.isEmpty() && !".".equals(part)) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static ArchiveException forbidden(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return new ArchiveException("zip-path", "The archive has a file named \""
                + (shown.length() > 120 ? shown.substring(0, 120) + "..." : shown)
                + "\", which leads out of the archive. Such an archive is not from a vendor; it is refused.");
    }

    /** True for files that operating systems leave in archives. */
    public static boolean isJunk(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("__MACOSX/") || path.contains("/__MACOSX/") || name.startsWith("._")
                || ".DS_Store".equals(name) || "Thumbs.db".equalsIgnoreCase(name)
                || "desktop.ini".equalsIgnoreCase(name);
    }
}
