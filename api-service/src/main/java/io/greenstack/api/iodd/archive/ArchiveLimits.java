package io.greenstack.api.iodd.archive;

/**
 * Bounds for uploads.
 *
 * @param maxUploadBytes size of the upload
 * @param maxEntries files, over all nested archives
 * @param maxEntryBytes inflated size of one file
 * @param maxInflatedBytes inflated size of all files together, counted while inflating
 * @param maxRatio inflated size of all files together as a multiple of the upload
 * @param maxDepth archives within archives: 1 = none, 2 = a ZIP of ZIPs
 */
public record ArchiveLimits(int maxUploadBytes, int maxEntries, int maxEntryBytes, long maxInflatedBytes, int maxRatio,
        int maxDepth) {

    /** 10 MiB upload, 5,000 files, 10 MiB each, 128 MiB together, 150 times the upload, ZIP of ZIPs. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(10 << 20, 5_000, 10 << 20, 128L << 20, 150, 2);
}
