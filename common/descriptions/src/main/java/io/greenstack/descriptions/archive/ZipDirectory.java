package io.greenstack.descriptions.archive;

/**
 * The directory at the end of a ZIP. It must list as many files as were found; otherwise the archive is cut off, or shows
 * one content to us and another to other programs.
 */
final class ZipDirectory {

    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final int ENTRIES = 10;
    private static final int ZIP64 = 0xFFFF;

    private ZipDirectory() {}

    static void check(byte[] zip, int found) throws ArchiveException {
        int first = Math.max(0, zip.length - END_LENGTH - MAX_COMMENT);
        for (int i = zip.length - END_LENGTH; i >= first; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 5 && zip[i + 3] == 6) {
                int listed = zip[i + ENTRIES] & 0xFF | (zip[i + ENTRIES + 1] & 0xFF) << 8;
                if (listed != found && listed != ZIP64) {
                    throw new ArchiveException("zip-damaged", "The archive lists " + listed + " files but has " + found
                            + ". Download it again and upload it once more.");
                }
                return;
            }
        }
        throw new ArchiveException("zip-damaged",
                "The archive is cut off: its directory is missing. Download it again and upload it once more.");
    }
}
