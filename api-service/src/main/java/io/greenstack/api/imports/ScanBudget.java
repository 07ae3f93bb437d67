package io.greenstack.api.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import io.greenstack.descriptions.archive.ArchiveException;

/** What a job may still look at: archives in archives can hold more than any disk. One thread only. */
final class ScanBudget {

    private static final int BUFFER = 16 << 10;

    private final long maxFiles;
    private final long maxBytes;
    private long files;
    private long bytes;

    ScanBudget(long maxFiles, long maxBytes) {
        this.maxFiles = maxFiles;
        this.maxBytes = maxBytes;
    }

    /** Counts a file. */
    void file() {
        if (++files > maxFiles) {
            throw new ScanLimitException("The import has more than " + maxFiles + " files. Import it in parts.");
        }
    }

    /** Counts octets that were read. */
    void bytes(long read) {
        bytes += read;
        if (bytes > maxBytes) {
            throw new ScanLimitException(
                    "The import grows to more than " + maxBytes + " bytes. Import it in parts.");
        }
    }

    /** The content of a file up to a size. */
    byte[] read(SourceFile file, int max) throws IOException, ArchiveException {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(max, Math.max(BUFFER, file.size())));
        copy(file, out, max);
        return out.toByteArray();
    }

    /** The first octets of a file. */
    byte[] head(SourceFile file, int length) throws IOException {
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(length);
            bytes(head.length);
            return head;
        }
    }

    /** Copies the content of a file up to a size. */
    void copy(SourceFile file, OutputStream out, long max) throws IOException, ArchiveException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        try (InputStream in = file.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                bytes(read);
                if (copied > max) {
                    throw new ArchiveException("too-large",
                            "The file has more than " + max + " bytes, which is the most that is accepted.");
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
