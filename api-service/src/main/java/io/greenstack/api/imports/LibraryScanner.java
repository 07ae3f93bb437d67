package io.greenstack.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.imports.ImportFolders.DiskFile;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;
import io.greenstack.descriptions.archive.EntryNames;
import io.greenstack.descriptions.archive.ZipReader;

/**
 * Finds the packages of a library: files, ZIPs, ZIPs of ZIPs, of any size, with a bounded amount in memory. A ZIP that could be
 * uploaded by itself is unpacked in memory; the IODDs of a folder of it are one package, its EDS files another one. A larger
 * ZIP is looked through on disk like a folder, in which every description is a package by itself. An archive that cannot be
 * opened is refused and does not stop the others.
 */
record LibraryScanner(UnitSorter sorter, ScanBudget budget, UnitSink sink, Path spool) {

    private static final ArchiveLimits LIMITS = ArchiveLimits.DEFAULT;
    private static final int MAGIC = 4;
    private static final Set<String> NO_ARCHIVES = Set.of("xml", "eds", "png", "jpg", "jpeg", "gif", "bmp", "ico",
            "txt",
            "pdf");

    /**
     * Gives all packages among some files to the sink.
     *
     * @throws ScanLimitException when the library is too big as a whole
     */
    void scan(Iterable<? extends SourceFile> files) {
        scan(files, 0);
    }

    private void scan(Iterable<? extends SourceFile> files, int depth) {
        LooseFiles loose = new LooseFiles(sorter, budget, sink);
        for (SourceFile file : files) {
            if (sink.over()) {
                return;
            }
            if (EntryNames.isJunk(file.path())) {
                continue;
            }
            budget.file();
            try {
                if (isZip(file)) {
                    archive(file, depth + 1);
                } else {
                    loose.add(file);
                }
            } catch (IOException e) {
                refuse(file.path(), "unreadable", "The file cannot be read: " + e.getMessage());
            }
        }
        loose.emit();
    }

    private boolean isZip(SourceFile file) throws IOException {
        String name = file.name().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return !NO_ARCHIVES.contains(extension) && ZipReader.isZip(budget.head(file, MAGIC));
    }

    private void archive(SourceFile file, int depth) throws IOException {
        if (depth > LIMITS.maxDepth()) {
            refuse(file.path(), "zip-nesting", "The archive lies in too many archives. Unpack the outer ones.");
            return;
        }
        try {
            if (file.size() >= 0 && file.size() <= LIMITS.maxUploadBytes()) {
                unpack(file.path(), budget.read(file, LIMITS.maxUploadBytes()), depth, LIMITS);
            } else {
                library(file, depth);
            }
        } catch (ArchiveException e) {
            refuse(file.path(), e.code(), e.getMessage());
        }
    }

    private void unpack(String path, byte[] zip, int depth, ArchiveLimits limits) throws ArchiveException {
        String prefix = path + "!/";
        List<ArchiveEntry> entries = ZipReader.readFlat(zip, prefix, limits);
        ArchiveLimits left = limits.minus(entries);
        List<ArchiveEntry> files = new ArrayList<>();
        List<ArchiveEntry> inner = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            budget.file();
            budget.bytes(entry.content().length);
            (ZipReader.isZip(entry.content()) ? inner : files).add(entry);
        }
        if (!files.isEmpty()) {
            PackageOrigin origin = PackageOrigin.of(path.substring(path.lastIndexOf('/') + 1), prefix, zip, files);
            sorter.byFolder(files, origin).forEach(sink::unit);
        }
        for (ArchiveEntry entry : inner) {
            if (sink.over()) {
                return;
            }
            unpackInner(entry, depth + 1, left);
        }
    }

    private void unpackInner(ArchiveEntry entry, int depth, ArchiveLimits left) {
        try {
            if (depth > LIMITS.maxDepth()) {
                throw new ArchiveException("zip-nesting",
                        "The archive lies in too many archives. Unpack the outer ones.");
            }
            unpack(entry.path(), entry.content(), depth, left);
        } catch (ArchiveException e) {
            refuse(entry.path(), e.code(), e.getMessage());
        }
    }

    private void library(SourceFile file, int depth) throws IOException, ArchiveException {
        if (file instanceof DiskFile disk) {
            members(file.path(), disk.file(), depth);
            return;
        }
        Path copy = Files.createTempFile(spool, "inner", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                budget.copy(file, out, Long.MAX_VALUE);
            }
            members(file.path(), copy, depth);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void members(String path, Path zip, int depth) throws IOException, ArchiveException {
        try (ZipFile open = open(zip)) {
            List<SourceFile> members = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : Collections.list(open.entries())) {
                if (!entry.isDirectory()) {
                    String name = EntryNames.normalise(entry.getName());
                    if (names.add(name.toLowerCase(Locale.ROOT))) {
                        members.add(new ZipMember(path + "!/" + name, open, entry));
                    } else {
                        refuse(path + "!/" + name, "zip-duplicate", "The archive has two files of this name.");
                    }
                }
            }
            scan(members, depth);
        }
    }

    private static ZipFile open(Path zip) throws IOException, ArchiveException {
        try {
            return new ZipFile(zip.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.contains("bad entry name")) {
                return new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1);
            }
            throw reason.contains("encrypted")
                    ? new ArchiveException("zip-encrypted", "The archive is encrypted. Unpack it first.")
                    : new ArchiveException("zip-damaged",
                            "The archive is damaged (" + reason + "). Download it again.");
        }
    }

    private void refuse(String path, String code, String message) {
        sink.results(List.of(ImportedFile.refused(path, null, code, 0, message)));
    }

    /**
     * A file of a ZIP on disk.
     *
     * @param path path in the import
     * @param zip the open ZIP
     * @param entry its entry
     */
    record ZipMember(String path, ZipFile zip, ZipEntry entry) implements SourceFile {

        @Override
        public long size() {
            return entry.getSize();
        }

        @Override
        public InputStream open() throws IOException {
            return zip.getInputStream(entry);
        }
    }
}
