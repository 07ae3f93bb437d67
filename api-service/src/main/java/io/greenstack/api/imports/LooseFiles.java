package io.greenstack.api.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.ArchiveException;
import io.greenstack.descriptions.archive.ArchiveLimits;
import io.greenstack.descriptions.iodd.reader.XmlSniffer;

/**
 * Makes packages of files that lie side by side in a folder, which may hold thousands: an IODD with its language files, by the
 * naming rules of the specification, and the images it mentions; an EDS file with its icon. Reads a file only when its
 * package is made.
 */
final class LooseFiles {

    private static final int MAX_FILE = ArchiveLimits.DEFAULT.maxEntryBytes();
    private static final Pattern LANGUAGE = Pattern.compile("(.+)-[a-z]{2,3}(?:-[a-z]{2,4})?\\.xml");
    private static final Pattern IMAGE = Pattern.compile(
            "[\"']([^\"'<>/\\\\]{1,200}\\.(?:png|jpe?g|gif|bmp|ico))[\"']");

    private final ScanBudget budget;
    private final UnitSink sink;
    private final Map<String, Map<String, SourceFile>> folders = new LinkedHashMap<>();

    LooseFiles(ScanBudget budget, UnitSink sink) {
        this.budget = budget;
        this.sink = sink;
    }

    void add(SourceFile file) {
        folders.computeIfAbsent(file.folder(), folder -> new TreeMap<>())
                .put(file.name().toLowerCase(Locale.ROOT), file);
    }

    /** Gives the packages to the sink. */
    void emit() {
        folders.values().forEach(this::emit);
    }

    private void emit(Map<String, SourceFile> files) {
        Set<String> used = new HashSet<>();
        Map<String, List<SourceFile>> languages = new LinkedHashMap<>();
        for (Map.Entry<String, SourceFile> file : files.entrySet()) {
            Matcher name = LANGUAGE.matcher(file.getKey());
            if (name.matches() && files.containsKey(name.group(1) + ".xml")) {
                languages.computeIfAbsent(name.group(1) + ".xml", main -> new ArrayList<>()).add(file.getValue());
                used.add(file.getKey());
            }
        }
        for (Map.Entry<String, SourceFile> file : files.entrySet()) {
            if (sink.over()) {
                return;
            }
            String name = file.getKey();
            if (ContentSorter.isEds(name)) {
                used.add(name);
                eds(file.getValue(), files.get(name.replaceAll("\\.eds$", ".ico")), used);
            } else if (name.endsWith(".xml") && !used.contains(name) || name.endsWith(".iodd")) {
                used.add(name);
                iodd(file.getValue(), languages.getOrDefault(name, List.of()), files, used);
            }
        }
        sink.results(files.entrySet().stream().filter(file -> !used.contains(file.getKey()))
                .map(file -> ImportedFile.ignored(file.getValue().path(), null, "other-kind",
                        "No device description, and no file of one."))
                .toList());
    }

    private void eds(SourceFile file, SourceFile icon, Set<String> used) {
        List<ArchiveEntry> entries = new ArrayList<>();
        read(file, entries);
        if (icon != null && !entries.isEmpty()) {
            used.add(icon.name().toLowerCase(Locale.ROOT));
            read(icon, entries);
        }
        emit(entries);
    }

    private void iodd(SourceFile main, List<SourceFile> languages, Map<String, SourceFile> folder, Set<String> used) {
        List<ArchiveEntry> entries = new ArrayList<>();
        read(main, entries);
        if (entries.isEmpty()) {
            return;
        }
        languages.forEach(language -> read(language, entries));
        for (String image : images(entries.get(0).content())) {
            SourceFile file = folder.get(image);
            if (file != null) {
                used.add(image);
                read(file, entries);
            }
        }
        emit(entries);
    }

    private void emit(List<ArchiveEntry> entries) {
        if (!entries.isEmpty()) {
            sink.unit(ContentSorter.together(entries, null));
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

    /** Names of images that a main file mentions, in lower case. */
    private static Set<String> images(byte[] xml) {
        Charset charset = XmlSniffer.byteOrderMark(xml) == 2 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        Matcher matcher = IMAGE.matcher(new String(xml, charset).toLowerCase(Locale.ROOT));
        Set<String> names = new HashSet<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
