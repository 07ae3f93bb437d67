package io.greenstack.descriptions.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks an untrusted ZIP, and ZIPs within it, into memory within {@link ArchiveLimits}. Sizes are counted while
 * inflating; what the archive declares is not trusted. One instance for one upload; not thread-safe.
 */
public final class ZipReader {

    private static final int BUFFER = 16 << 10;
    private static final int FREE_OF_RATIO = 1 << 20;

    private final ArchiveLimits limits;
    private final List<ArchiveEntry> entries = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER];
    private final long ratioBytes;
    private boolean nested = true;
    private int count;
    private long inflated;

    private ZipReader(ArchiveLimits limits, int uploadBytes) {
        this.limits = limits;
        this.ratioBytes = FREE_OF_RATIO + (long) limits.maxRatio() * uploadBytes;
    }

    /** True if the bytes begin like a ZIP, an empty one included. */
    public static boolean isZip(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K'
                && (bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6);
    }

    /**
     * The files of a ZIP; files of ZIPs within it have paths {@code inner.zip!/name}.
     *
     * @throws ArchiveException if the archive is damaged, encrypted, too big, or has names that lead out of it
     */
    public static List<ArchiveEntry> read(byte[] zip, ArchiveLimits limits) throws ArchiveException {
        ZipReader reader = new ZipReader(limits, zip.length);
        reader.unpack(zip, "", 1);
        return reader.entries;
    }

    /**
     * The files of a ZIP, ZIPs within it unopened among them.
     *
     * @param prefix put before the paths, for example {@code outer.zip!/}
     * @throws ArchiveException as {@link #read}
     */
    public static List<ArchiveEntry> readFlat(byte[] zip, String prefix, ArchiveLimits limits)
            throws ArchiveException {
        ZipReader reader = new ZipReader(limits, zip.length);
        reader.nested = false;
        reader.unpack(zip, prefix, 1);
        return reader.entries;
    }

    private void unpack(byte[] zip, String prefix, int depth) throws ArchiveException {
        if (depth > limits.maxDepth()) {
            throw new ArchiveException("zip-nesting", "The archive " + prefix
                    + " lies in too many archives. Unpack the outer one and upload the inner ones.");
        }
        int entriesBefore = entries.size();
        int countBefore = count;
        long inflatedBefore = inflated;
        try {
            unpack(zip, prefix, depth, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // names that are not UTF-8: old tools wrote them in the code page of the machine
            entries.subList(entriesBefore, entries.size()).clear();
            count = countBefore;
            inflated = inflatedBefore;
            unpackWithOldNames(zip, prefix, depth);
        }
    }

    private void unpackWithOldNames(byte[] zip, String prefix, int depth) throws ArchiveException {
        try {
            unpack(zip, prefix, depth, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw damaged("the name of a file cannot be read");
        }
    }

    private void unpack(byte[] zip, String prefix, int depth, Charset names) throws ArchiveException {
        Set<String> seen = new HashSet<>();
        int own = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), names)) {
            ZipEntry entry = in.getNextEntry();
            while (entry != null) {
                own++;
                countEntry();
                String name = EntryNames.normalise(entry.getName());
                byte[] content = inflate(in, prefix + name);
                if (!entry.isDirectory() && !name.isEmpty()) {
                    if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                        throw new ArchiveException("zip-duplicate", "The archive has two files named \"" + name
                                + "\". Remove one of them and upload the archive again.");
                    }
                    add(prefix + name, content, depth);
                }
                entry = in.getNextEntry();
            }
        } catch (ZipException e) {
            if (names == StandardCharsets.UTF_8 && String.valueOf(e.getMessage()).contains("bad entry name")) {
                throw new IllegalArgumentException(e);
            }
            throw zipError(e);
        } catch (EOFException e) {
            throw damaged("it ends too early");
        } catch (IOException e) {
            throw damaged(e.getMessage());
        }
        ZipDirectory.check(zip, own);
    }

    private void countEntry() throws ArchiveException {
        if (++count > limits.maxEntries()) {
            throw new ArchiveException("zip-entries", "The archive has more than " + limits.maxEntries()
                    + " files. Upload it in parts.");
        }
    }

    private void add(String path, byte[] content, int depth) throws ArchiveException {
        if (EntryNames.isJunk(path)) {
            return;
        }
        if (nested && isZip(content)) {
            unpack(content, path + "!/", depth + 1);
        } else {
            entries.add(new ArchiveEntry(path, content));
        }
    }

    private byte[] inflate(ZipInputStream in, String path) throws IOException, ArchiveException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int read = in.read(buffer);
        while (read >= 0) {
            inflated += read;
            if (inflated > limits.maxInflatedBytes() || inflated > ratioBytes
                    || (long) out.size() + read > limits.maxEntryBytes()) {
                throw new ArchiveException("zip-bomb",
                        "Unpacking was stopped at \"" + path + "\": the archive grows to "
                                + "more than " + Math.min(limits.maxInflatedBytes(), ratioBytes)
                                + " bytes, or this file to more"
                                + " than " + limits.maxEntryBytes() + " bytes. Upload the descriptions one by one.");
            }
            out.write(buffer, 0, read);
            read = in.read(buffer);
        }
        return out.toByteArray();
    }

    private static ArchiveException zipError(ZipException e) {
        if (String.valueOf(e.getMessage()).contains("encrypted")) {
            return new ArchiveException("zip-encrypted",
                    "The archive is encrypted. Unpack it and upload the files without a password.");
        }
        return damaged(e.getMessage());
    }

    private static ArchiveException damaged(String detail) {
        return new ArchiveException("zip-damaged",
                "The archive is damaged (" + detail + "). Download it again and upload it once more.");
    }
}
