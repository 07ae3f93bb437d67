package io.greenstack.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings that the sources read, as {@code name = default}: from the properties files of the services, from their
 * {@code @ConfigMapping} interfaces and from the files of compose. Of several defaults the first in order of text counts.
 */
final class SettingsInSources {

    private static final String NONE = "none";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+):((?:[^{}]|\\{[^}]*\\})*)\\}");
    private static final Pattern COMPOSE_VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z][A-Z0-9_]+):([-?])([^}]*)\\}");

    private final Map<String, TreeSet<String>> variables = new TreeMap<>();
    private final Map<String, TreeSet<String>> compose = new TreeMap<>();
    /** What the properties files say of a key; nothing where only variables set it. */
    private final Map<String, TreeSet<String>> properties = new TreeMap<>();
    private final SettingMappings mappings = new SettingMappings();

    SettingsInSources(Path root) {
        for (String module : List.of("common", "api-service", "mqtt-bridge", "influx-ingestion")) {
            for (Path file : files(root.resolve(module))) {
                if (file.toString().endsWith(".java")) {
                    mappings.add(text(file));
                } else {
                    text(file).lines().filter(line -> line.matches("[a-z][^=]*=.*")).forEach(this::property);
                }
            }
        }
        for (String file : List.of("docker-compose.yml", "deploy/compose/tls.yml")) {
            Matcher variable = COMPOSE_VARIABLE.matcher(text(root.resolve(file)));
            while (variable.find()) {
                put(compose, variable.group(1), variable.group(2).equals("-") ? variable.group(3) : NONE);
            }
        }
    }

    /** Variables that the properties files name. */
    List<String> variables() {
        return list(variables);
    }

    /** Keys that have no variable of their own in at least one service. */
    List<String> otherKeys() {
        Map<String, TreeSet<String>> keys = new TreeMap<>();
        properties.forEach((key, values) -> {
            if (mappings.has(key)) {
                values.forEach(value -> put(keys, key, value));
            }
        });
        mappings.defaults().forEach((key, value) -> {
            if (!properties.containsKey(key)) {
                put(keys, key, value == null ? NONE : value);
            }
        });
        return list(keys);
    }

    /** Variables that compose reads where it runs, but for those that it only hands on. */
    List<String> composeVariables() {
        return list(compose);
    }

    private void property(String line) {
        String key = line.substring(0, line.indexOf('=')).strip();
        String value = line.substring(line.indexOf('=') + 1).strip();
        TreeSet<String> plain = properties.computeIfAbsent(key, name -> new TreeSet<>());
        if (!findVariables(value)) {
            plain.add(value);
        }
    }

    private boolean findVariables(String value) {
        Matcher variable = VARIABLE.matcher(value);
        boolean found = false;
        while (variable.find()) {
            String standard = variable.group(2);
            boolean computed = standard.contains("${") || standard.replace("\\u0020", "").isBlank();
            put(variables, variable.group(1), computed ? NONE : standard);
            findVariables(standard);
            found = true;
        }
        return found;
    }

    private static void put(Map<String, TreeSet<String>> settings, String name, String value) {
        settings.computeIfAbsent(name, key -> new TreeSet<>()).add(value);
    }

    private static List<String> list(Map<String, TreeSet<String>> settings) {
        return settings.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue().first()).toList();
    }

    private static List<Path> files(Path module) {
        try (Stream<Path> files = Files.walk(module)) {
            return files.filter(file -> {
                String path = file.toString().replace('\\', '/');
                return path.endsWith(".java") && path.contains("/src/main/java/")
                        || path.endsWith(".properties") && path.contains("/src/main/resources/");
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
