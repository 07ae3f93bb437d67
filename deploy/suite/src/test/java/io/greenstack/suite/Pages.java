package io.greenstack.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Markdown pages of the repository, and what in them can be held against its files. */
final class Pages {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```\\s*$");
    private static final Pattern LINK = Pattern
            .compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern PATH = Pattern
            .compile("\\.?[\\w.-]+(?:/[\\w.-]+)+/?|[\\w-]+\\.(?:md|xml|yml|properties)");
    /** A class, or a constant or environment variable. */
    private static final Pattern NAME = Pattern
            .compile("\\b(?:[A-Z][a-z0-9]+[A-Z]\\w*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\\b");
    private static final Pattern TYPE = Pattern.compile("io\\.greenstack(?:\\.[a-z]+)*(?:\\.([A-Z]\\w+))?");

    private final Path root = Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize();
    private final Set<String> folders = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final List<Path> pages = new ArrayList<>();

    Pages() {
        try (Stream<Path> top = Files.list(root)) {
            top.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).forEach(folders::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        walk(root);
    }

    private void walk(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (!Files.isDirectory(entry)) {
                    note(entry, name);
                } else if (!name.startsWith(".") && !name.equals("target") && !name.equals("node_modules")) {
                    walk(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Path file, String name) {
        files.add(name);
        if (name.matches(".*\\.(java|properties|yml|sh)")) {
            NAME.matcher(text(file)).results().forEach(found -> names.add(found.group()));
        }
        if (name.endsWith(".md")) {
            pages.add(file);
        } else if (name.endsWith(".java")) {
            String path = name(file);
            String type = path.substring(path.indexOf("/java/") + 6, path.length() - 5).replace('/', '.');
            types.add(type);
            for (int dot = type.lastIndexOf('.'); dot > 0; dot = type.lastIndexOf('.', dot - 1)) {
                types.add(type.substring(0, dot));
            }
        }
    }

    Path root() {
        return root;
    }

    List<Path> all() {
        return pages;
    }

    /** Its path below the root, with slashes. */
    String name(Path page) {
        return root.relativize(page).toString().replace('\\', '/');
    }

    String text(String page) {
        return text(root.resolve(page));
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links to files and headings of this repository that lead nowhere. */
    List<String> brokenLinks(Path page) {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(withoutFences(page));
        while (link.find()) {
            String target = link.group(1) == null ? link.group(2) : link.group(1);
            if (target.matches("[a-z]+:.*")) {
                continue;
            }
            int hash = target.indexOf('#');
            String file = hash < 0 ? target : target.substring(0, hash);
            Path there = file.isEmpty() ? page : page.resolveSibling(file).normalize();
            if (!there.startsWith(root) || !Files.exists(there)
                    || hash >= 0 && !anchors(there).contains(target.substring(hash + 1))) {
                broken.add(target);
            }
        }
        return broken;
    }

    private static Set<String> anchors(Path page) {
        Set<String> anchors = new HashSet<>();
        withoutFences(page).lines().filter(line -> line.matches("#{1,6} .*"))
                .forEach(line -> anchors.add(line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')));
        return anchors;
    }

    /** Names in code style that look like a file, a package, a class or a variable of this repository and are not to be found in it. */
    List<String> missingNames(Path page) {
        List<String> missing = new ArrayList<>();
        Matcher code = CODE.matcher(withoutFences(page));
        while (code.find()) {
            for (String word : code.group(1).split("[\\s=,]+")) {
                if (isPath(word) && !exists(word)) {
                    missing.add(word);
                } else if (TYPE.matcher(word).matches() && !types.contains(word)
                        || NAME.matcher(word).matches() && !names.contains(word)) {
                    missing.add(word);
                }
            }
        }
        return missing;
    }

    /** Below a folder of the repository and no product of a build, or the name of a file. */
    private boolean isPath(String word) {
        return PATH.matcher(word).matches() && !word.contains("target/")
                && (!word.contains("/") || folders.contains(word.substring(0, word.indexOf('/'))));
    }

    private boolean exists(String path) {
        return path.contains("/") ? Files.exists(root.resolve(path)) : files.contains(path);
    }

    /** The running text: without code, tables, headings and links; a list item is a paragraph. */
    String prose(Path page) {
        StringBuilder prose = new StringBuilder();
        for (String line : withoutFences(page).lines().toList()) {
            String text = line.strip();
            if (text.startsWith("|") || text.startsWith("#") || text.startsWith("<")) {
                prose.append("\n\n");
            } else if (text.matches("([-*]|\\d+\\.) .*")) {
                prose.append("\n\n").append(text.replaceFirst("\\S+ ", "")).append('\n');
            } else {
                prose.append(text.isEmpty() ? "\n" : text).append('\n');
            }
        }
        return prose.toString().replaceAll("`[^`]*`", "code").replaceAll("\\]\\([^)]*\\)", "]");
    }

    private static String withoutFences(Path page) {
        return FENCE.matcher(text(page)).replaceAll("");
    }
}
