package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.RefusedEntry;
import io.greenstack.descriptions.SortedFiles;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.iodd.IoddFormat;

/**
 * Sorts files into what is stored together. EDS files are known by their name, since they have no other mark; IODDs, language
 * files and images by their content.
 */
final class ContentSorter {

    /** A folder with more descriptions than this is a collection, in which every one stands for itself. */
    static final int MAX_TOGETHER = 50;

    private static final String EDS = ".eds";
    private static final String ICON = ".ico";

    private ContentSorter() {}

    static boolean isEds(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(EDS);
    }

    /** All files as one unit. */
    static ImportUnit together(List<ArchiveEntry> entries, PackageOrigin origin) {
        List<EdsSource> eds = edsFiles(entries);
        SortedFiles sorted = new IoddFormat().sort(without(entries, eds));
        return new ImportUnit(sorted.packages(), eds, sorted.refused(), sorted.others(), origin);
    }

    /**
     * The files of one ZIP, inner ZIPs excepted, as packages: the IODDs of a folder are one, all EDS files another one, and
     * what belongs to neither the last.
     */
    static List<ImportUnit> byFolder(List<ArchiveEntry> entries, PackageOrigin origin) {
        ImportUnit all = together(entries, origin);
        Map<String, List<DescriptionPackage>> folders = all.iodds().stream().collect(Collectors.groupingBy(
                files -> files.main().folder(), LinkedHashMap::new, Collectors.toList()));
        List<ImportUnit> units = new ArrayList<>();
        folders.forEach((folder, packages) -> {
            List<RefusedEntry> refused = all.refused().stream().filter(in(folder)).toList();
            if (packages.size() <= MAX_TOGETHER) {
                units.add(new ImportUnit(packages, List.of(), refused, List.of(), null));
            } else {
                packages.forEach(one -> units.add(
                        new ImportUnit(List.of(one), List.of(), List.of(), List.of(), null)));
                units.add(new ImportUnit(List.of(), List.of(), refused, List.of(), null));
            }
        });
        if (!all.eds().isEmpty()) {
            units.add(new ImportUnit(List.of(), all.eds(), List.of(), List.of(), origin));
        }
        List<RefusedEntry> elsewhere = all.refused().stream()
                .filter(entry -> folders.keySet().stream().noneMatch(folder -> in(folder).test(entry))).toList();
        if (!elsewhere.isEmpty() || !all.others().isEmpty()) {
            units.add(new ImportUnit(List.of(), List.of(), elsewhere, all.others(), null));
        }
        return units;
    }

    private static Predicate<RefusedEntry> in(String folder) {
        return entry -> entry.path().substring(0, entry.path().lastIndexOf('/') + 1).equals(folder);
    }

    private static List<EdsSource> edsFiles(List<ArchiveEntry> entries) {
        Map<String, List<ArchiveEntry>> icons = entries.stream().filter(entry -> entry.lowerName().endsWith(ICON))
                .collect(Collectors.groupingBy(ArchiveEntry::folder));
        return entries.stream().filter(entry -> isEds(entry.name()))
                .map(entry -> new EdsSource(entry, icon(entry, icons.getOrDefault(entry.folder(), List.of()))))
                .toList();
    }

    /** The icon of the same name, else the only one of the folder. */
    private static ArchiveEntry icon(ArchiveEntry file, List<ArchiveEntry> icons) {
        String wanted = stem(file.lowerName()) + ICON;
        return icons.stream().filter(icon -> icon.lowerName().equals(wanted)).findFirst()
                .orElse(icons.size() == 1 ? icons.get(0) : null);
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - EDS.length());
    }

    private static List<ArchiveEntry> without(List<ArchiveEntry> entries, List<EdsSource> eds) {
        Set<String> taken = new HashSet<>();
        for (EdsSource source : eds) {
            taken.add(source.file().path());
            if (source.icon() != null) {
                taken.add(source.icon().path());
            }
        }
        return entries.stream().filter(entry -> !taken.contains(entry.path())).toList();
    }
}
