package io.greenstack.descriptions.archive;

import java.util.List;

/**
 * Bounds for uploads.
 *
 * @param maxUploadBytes size of the upload
 * @param maxEntries files, over all nested archives
 * @param maxEntryBytes inflated size of one file
 * @param maxInflatedBytes inflated size of all files together, counted while inflating
 * @param maxRatio inflated size of all files together as a multiple of the upload
 * @param maxDepth archives within archives: 1 = none, 2 = a ZIP of ZIPs, 3 = a ZIP of those
 */
public record ArchiveLimits(int maxUploadBytes, int maxEntries, int maxEntryBytes, long maxInflatedBytes, int maxRatio,
        int maxDepth) {

    /** 10 MiB upload, 5,000 files, 10 MiB each, 128 MiB together, 150 times the upload, four levels of ZIPs. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(10 << 20, 5_000, 10 << 20, 128L << 20, 150, 4);

    /** What is left of these limits after some files, for the next archive of the same upload. */
    public ArchiveLimits minus(List<ArchiveEntry> read) {
        long bytes = read.stream().mapToLong(entry -> entry.content().length).sum();
        return new ArchiveLimits(maxUploadBytes, Math.max(0, maxEntries - read.size()), maxEntryBytes,
                Math.max(0, maxInflatedBytes - bytes), maxRatio, maxDepth);
    }
}
