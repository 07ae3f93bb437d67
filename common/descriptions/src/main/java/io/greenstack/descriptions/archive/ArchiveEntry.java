package io.greenstack.descriptions.archive;

import java.util.Arrays;
import java.util.Locale;

/**
 * A file.
 *
 * @param path normalised path with {@code /}; within a nested archive {@code inner.zip!/name}
 * @param content bytes; not to be changed
 */
public record ArchiveEntry(String path, byte[] content) {

    /** File name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** File name in lower case. */
    public String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder or archive it lies in, with a slash at the end; empty at the top. */
    public String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArchiveEntry entry && path.equals(entry.path) && Arrays.equals(content, entry.content);
    }

    @Override
    public int hashCode() {
        return path.hashCode() * 31 + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return path + " (" + content.length + " bytes)";
    }
}
