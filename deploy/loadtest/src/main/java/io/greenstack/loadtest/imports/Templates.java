package io.greenstack.loadtest.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds packages in a folder: every main IODD with the language files and the images that its text mentions. */
final class Templates {

    private Templates() {}

    /** All packages below some folders. */
    static List<PackageTemplate> in(List<Path> folders) {
        List<PackageTemplate> templates = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".xml")).sorted().toList()) {
                    byte[] content = Files.readAllBytes(file);
                    if (new String(content, StandardCharsets.ISO_8859_1).contains("<IODevice")) {
                        templates.add(new PackageTemplate(file.getFileName().toString(), content,
                                others(file, content)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return templates;
    }

    private static Map<String, byte[]> others(Path main, byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        String stem = main.getFileName().toString().replaceFirst("\\.xml$", "-");
        Map<String, byte[]> others = new HashMap<>();
        try (Stream<Path> siblings = Files.list(main.getParent())) {
            for (Path sibling : siblings.filter(path -> !path.equals(main)).sorted().toList()) {
                String name = sibling.getFileName().toString();
                boolean language = name.startsWith(stem) && name.matches(".*-[a-z]{2}\\.xml");
                if (language || text.contains("\"" + name + "\"")) {
                    others.put(name, Files.readAllBytes(sibling));
                }
            }
        }
        return others;
    }
}
