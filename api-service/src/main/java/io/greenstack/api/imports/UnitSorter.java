package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.greenstack.descriptions.DescriptionFormat.SortedFiles;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.RefusedEntry;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;
import io.greenstack.descriptions.archive.ZipReader;

/** Sorts files into units, which are stored whole or not at all. What a file is, the formats tell. */
record UnitSorter(DescriptionFormats formats) {

    /** A folder with more descriptions than this is a collection, in which every one stands for itself. */
    static final int MAX_TOGETHER = 50;

    /** All files as one unit. */
    ImportUnit together(List<ArchiveEntry> entries, PackageOrigin origin) {
        return new ImportUnit(formats.sort(entries), origin);
    }

    /**
     * The files of an upload: every ZIP is a unit, all loose files together are another one, so that a description, its
     * language files and its images can be sent side by side.
     *
     * @param preferred kind of a single file that tells nothing by itself
     * @throws ArchiveException if a file cannot be opened safely, or two loose files have the same name
     */
    List<ImportUnit> upload(List<ArchiveEntry> files, String preferred) throws ArchiveException {
        List<ImportUnit> units = new ArrayList<>();
        List<ArchiveEntry> loose = new ArrayList<>();
        Set<String> names = new HashSet<>();
        ArchiveLimits left = ArchiveLimits.DEFAULT;
        for (ArchiveEntry file : files) {
            if (file.content().length > left.maxUploadBytes()) {
                throw new ArchiveException("too-large", "The file " + file.path() + " has " + file.content().length
                        + " bytes; at most " + left.maxUploadBytes() + " are accepted.");
            }
            if (ZipReader.isZip(file.content())) {
                List<ArchiveEntry> entries = ZipReader.read(file.content(), left);
                left = left.minus(entries);
                units.add(archive(file, files.size() == 1 ? "" : file.path() + "!/", entries));
            } else if (names.add(file.path().toLowerCase(Locale.ROOT))) {
                loose.add(file);
            } else {
                throw new ArchiveException("duplicate-name", "Two files of the upload are named \"" + file.path()
                        + "\". Rename one of them, or upload one after the other.");
            }
        }
        if (files.size() == 1 && !loose.isEmpty()) {
            ArchiveEntry only = loose.get(0);
            units.add(new ImportUnit(formats.open(only.path(), only.content(), ArchiveLimits.DEFAULT, preferred),
                    null));
        } else if (!loose.isEmpty()) {
            units.add(together(loose, null));
        }
        return units;
    }

    private ImportUnit archive(ArchiveEntry zip, String prefix, List<ArchiveEntry> entries) {
        List<ArchiveEntry> named = prefix.isEmpty()
                ? entries
                : entries.stream().map(entry -> new ArchiveEntry(prefix + entry.path(), entry.content())).toList();
        return together(named, PackageOrigin.of(zip.path(), prefix, zip.content(), named));
    }

    /**
     * The files of one ZIP, inner ZIPs excepted: the descriptions of a folder are a unit, all those of a format that keeps
     * its archives another one, and what belongs to neither the last.
     */
    List<ImportUnit> byFolder(List<ArchiveEntry> entries, PackageOrigin origin) {
        SortedFiles all = formats.sort(entries);
        Map<String, List<DescriptionPackage>> folders = new LinkedHashMap<>();
        Map<String, List<DescriptionPackage>> archives = new LinkedHashMap<>();
        for (DescriptionPackage one : all.packages()) {
            if (formats.of(one.kind()).keepsArchives()) {
                archives.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one);
            } else {
                folders.computeIfAbsent(one.main().folder(), folder -> new ArrayList<>()).add(one);
            }
        }
        List<ImportUnit> units = new ArrayList<>();
        folders.forEach((folder, packages) -> {
            List<RefusedEntry> refused = all.refused().stream().filter(in(folder)).toList();
            if (packages.size() <= MAX_TOGETHER) {
                units.add(unit(packages, refused, List.of(), null));
            } else {
                packages.forEach(one -> units.add(unit(List.of(one), List.of(), List.of(), null)));
                units.add(unit(List.of(), refused, List.of(), null));
            }
        });
        archives.values().forEach(packages -> units.add(unit(packages, List.of(), List.of(), origin)));
        List<RefusedEntry> elsewhere = new ArrayList<>(all.refused());
        elsewhere.removeIf(entry -> folders.keySet().stream().anyMatch(folder -> in(folder).test(entry)));
        if (!units.isEmpty()) {
            // Files of other formats do not matter beside descriptions, wherever in the archive they lie.
            ImportUnit first = units.get(0);
            List<RefusedEntry> refused = new ArrayList<>(first.files().refused());
            elsewhere.stream().filter(entry -> formats.isOtherFormat(entry.code())).forEach(refused::add);
            elsewhere.removeAll(refused);
            units.set(0, unit(first.files().packages(), refused, first.files().others(), first.origin()));
        }
        if (!elsewhere.isEmpty() || !all.others().isEmpty()) {
            units.add(unit(List.of(), elsewhere, all.others(), null));
        }
        return units;
    }

    private static ImportUnit unit(List<DescriptionPackage> packages, List<RefusedEntry> refused,
            List<ArchiveEntry> others, PackageOrigin origin) {
        return new ImportUnit(new SortedFiles(packages, refused, others), origin);
    }

    private static Predicate<RefusedEntry> in(String folder) {
        return entry -> entry.path().substring(0, entry.path().lastIndexOf('/') + 1).equals(folder);
    }
}
