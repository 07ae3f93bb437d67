package io.greenstack.descriptions.iodd;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.greenstack.descriptions.DescriptionFormat.SortedFiles;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.RefusedEntry;
import io.greenstack.descriptions.archive.ArchiveEntry;
import io.greenstack.descriptions.archive.FileLook;
import io.greenstack.descriptions.iodd.model.Language.Text;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.descriptions.iodd.reader.XmlSniffer;

/**
 * Sorts the files of an archive into packages: main files by their root element, language files and images to the main
 * file in the same or the nearest outer folder. With several main files in a folder, a language file belongs to the one
 * whose name it begins with, an image to all that mention it. One with another name belongs to the only main file of the
 * folder if most of its texts are used there.
 */
final class IoddSorter {

    /** Code of a language file of something else than the main files beside it. */
    static final String OTHER_LANGUAGE = "language-of-other";

    private static final String XML = ".xml";

    private final IoddLimits limits;
    private final Map<String, List<Draft>> mains = new LinkedHashMap<>();
    private final List<ArchiveEntry> languages = new ArrayList<>();
    private final List<ArchiveEntry> assets = new ArrayList<>();
    private final List<ArchiveEntry> others = new ArrayList<>();
    private final List<RefusedEntry> refused = new ArrayList<>();

    IoddSorter(IoddLimits limits) {
        this.limits = limits;
    }

    SortedFiles sort(List<ArchiveEntry> entries) {
        entries.forEach(this::classify);
        languages.forEach(this::placeLanguage);
        assets.forEach(this::placeAsset);
        List<DescriptionPackage> packages = mains.values().stream().flatMap(List::stream).map(Draft::toPackage)
                .toList();
        return new SortedFiles(packages, refused, others);
    }

    private void classify(ArchiveEntry entry) {
        if (entry.lowerName().endsWith(".svg") || !XmlSniffer.looksLikeXml(entry.content())) {
            if (entry.lowerName().endsWith(XML)) {
                refused.add(new RefusedEntry(entry.path(), entry.content().length == 0 ? "empty-file" : "not-xml", 1,
                        "This is not an XML file but " + FileLook.describe(entry.content()) + "."));
            } else {
                assets.add(entry);
            }
            return;
        }
        try {
            switch (IoddReader.rootElement(entry.content(), limits)) {
                case "IODevice" -> mains.computeIfAbsent(entry.folder(), folder -> new ArrayList<>())
                        .add(new Draft(entry));
                case "ExternalTextDocument" -> languages.add(entry);
                // refuses the file and says what it is instead
                default -> IoddReader.read(entry.content(), limits);
            }
        } catch (IoddException e) {
            refused.add(new RefusedEntry(entry.path(), e.code(), e.line(), e.getMessage()));
        }
    }

    private void placeLanguage(ArchiveEntry language) {
        List<Draft> candidates = nearest(language);
        String name = language.lowerName();
        List<Draft> named = candidates.stream().filter(main -> name.startsWith(main.stem())).toList();
        List<Draft> owners = named.isEmpty() && candidates.size() == 1 ? candidates : named;
        if (named.isEmpty() && owners.size() == 1 && !speaksOf(language, owners.get(0))) {
            refused.add(new RefusedEntry(language.path(), OTHER_LANGUAGE, 1, "This language file is not of "
                    + owners.get(0).main.name() + ": most of its texts are not used there."));
            return;
        }
        if (owners.isEmpty()) {
            refused.add(new RefusedEntry(language.path(), "language-orphan", 1,
                    "This language file belongs to no main file of the archive."));
        }
        owners.forEach(main -> main.languages.add(language));
    }

    private boolean speaksOf(ArchiveEntry language, Draft main) {
        try {
            List<Text> texts = IoddReader.readLanguageFile(language.content(), limits).document().language().texts();
            long used = texts.stream().filter(text -> text.id() != null)
                    .filter(text -> main.mentions(text.id().toLowerCase(Locale.ROOT))).count();
            return texts.isEmpty() || used * 2 > texts.size();
        } catch (IoddException e) {
            // whoever reads the package tells what is wrong with it
            return true;
        }
    }

    private void placeAsset(ArchiveEntry asset) {
        List<Draft> candidates = nearest(asset);
        List<Draft> owners = candidates.size() == 1
                ? candidates
                : candidates.stream().filter(main -> main.mentions(asset.lowerName())).toList();
        if (owners.isEmpty()) {
            others.add(asset);
        }
        owners.forEach(main -> main.assets.add(asset));
    }

    /** Main files of the folder of a file, else of the nearest folder around it within the same archive. */
    private List<Draft> nearest(ArchiveEntry entry) {
        String folder = entry.folder();
        while (!mains.containsKey(folder) && !folder.isEmpty() && !folder.endsWith("!/")) {
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        }
        return mains.getOrDefault(folder, List.of());
    }

    /** A package being put together. */
    private static final class Draft {

        private final ArchiveEntry main;
        private final List<ArchiveEntry> languages = new ArrayList<>();
        private final List<ArchiveEntry> assets = new ArrayList<>();
        private String text;

        private Draft(ArchiveEntry main) {
            this.main = main;
        }

        private String stem() {
            String name = main.lowerName();
            return name.endsWith(XML) ? name.substring(0, name.length() - XML.length()) + "-" : name;
        }

        private boolean mentions(String lowerName) {
            if (text == null) {
                boolean wide = main.content().length > 1 && (main.content()[0] == 0 || main.content()[1] == 0);
                Charset charset = wide || XmlSniffer.byteOrderMark(main.content()) == 2
                        ? StandardCharsets.UTF_16
                        : StandardCharsets.UTF_8;
                text = new String(main.content(), charset).toLowerCase(Locale.ROOT);
            }
            return text.contains("\"" + lowerName + "\"") || text.contains("'" + lowerName + "'");
        }

        private DescriptionPackage toPackage() {
            return new DescriptionPackage(IoddFormat.KIND, main, languages, assets);
        }
    }
}
