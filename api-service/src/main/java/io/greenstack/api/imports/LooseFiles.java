package io.greenstack.api.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.greenstack.api.description.ImportedFile;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;

/**
 * Makes units of files that lie side by side in a folder, which may hold thousands: a description with the files that its
 * format says belong to it. Reads a file only when its unit is made.
 */
final class LooseFiles {

    private static final int MAX_FILE = ArchiveLimits.DEFAULT.maxEntryBytes();

    private final UnitSorter sorter;
    private final ScanBudget budget;
    private final UnitSink sink;
    private final Map<String, Map<String, SourceFile>> folders = new LinkedHashMap<>();

    LooseFiles(UnitSorter sorter, ScanBudget budget, UnitSink sink) {
        this.sorter = sorter;
        this.budget = budget;
        this.sink = sink;
    }

    void add(SourceFile file) {
        folders.computeIfAbsent(file.folder(), folder -> new TreeMap<>())
                .put(file.name().toLowerCase(Locale.ROOT), file);
    }

    /** Gives the units to the sink. */
    void emit() {
        folders.values().forEach(this::emit);
    }

    private void emit(Map<String, SourceFile> folder) {
        Set<String> used = new HashSet<>();
        for (Map.Entry<String, SourceFile> file : folder.entrySet()) {
            if (sink.over()) {
                return;
            }
            sorter.formats().ofMain(file.getKey(), folder.keySet()).ifPresent(format -> {
                used.add(file.getKey());
                emit(format, file.getValue(), folder, used);
            });
        }
        sink.results(folder.entrySet().stream().filter(file -> !used.contains(file.getKey()))
                .map(file -> ImportedFile.other(file.getValue().path())).toList());
    }

    private void emit(DescriptionFormat format, SourceFile main, Map<String, SourceFile> folder, Set<String> used) {
        List<ArchiveEntry> entries = new ArrayList<>();
        read(main, entries);
        boolean readable = !entries.isEmpty();
        // An empty main file still has the companions that its name tells, so that they are not taken for strays.
        ArchiveEntry named = readable ? entries.get(0) : new ArchiveEntry(main.path(), new byte[0]);
        for (String name : new TreeSet<>(format.companions(named, folder.keySet()))) {
            used.add(name);
            if (readable) {
                read(folder.get(name), entries);
            }
        }
        if (readable) {
            sink.unit(sorter.together(entries, null));
        }
    }

    private void read(SourceFile file, List<ArchiveEntry> entries) {
        try {
            entries.add(new ArchiveEntry(file.path(), budget.read(file, MAX_FILE)));
        } catch (ArchiveException e) {
            sink.results(List.of(ImportedFile.refused(file.path(), null, e.code(), 0, e.getMessage())));
        } catch (IOException e) {
            sink.results(List.of(ImportedFile.refused(file.path(), null, "unreadable", 0,
                    "The file cannot be read: " + e.getMessage())));
        }
    }
}
