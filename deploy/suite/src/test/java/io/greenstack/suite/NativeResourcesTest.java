package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A native image has only those resources that are registered; one that is forgotten shows when a user needs it. What the
 * framework registers itself (its configuration, migrations, pages) is left out.
 */
class NativeResourcesTest {

    private static final Path ROOT = Path.of(System.getProperty("greenstack.root", "../.."));
    private static final List<String> MODULES = List.of("common/core", "common/descriptions", "common/generators",
            "common/platform", "common/edge", "api-service", "mqtt-bridge", "influx-ingestion");

    private static Path resources(String module) {
        return ROOT.resolve(module).resolve("src/main/resources");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    /** What is registered by a module: patterns of its {@code resource-config.json}, and globs of Quarkus. */
    private static List<Predicate<String>> registered(String module) throws IOException {
        List<Predicate<String>> all = new ArrayList<>();
        for (Path file : files(resources(module).resolve("META-INF/native-image"))) {
            if (file.endsWith("resource-config.json")) {
                JsonNode config = new ObjectMapper().readTree(file.toFile());
                config.at("/resources/includes").forEach(
                        include -> all.add(Pattern.compile(include.path("pattern").asText()).asMatchPredicate()));
            }
        }
        Path settings = resources(module).resolve("application.properties");
        if (Files.exists(settings)) {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(settings)));
            for (String glob : properties.getProperty("quarkus.native.resources.includes", "").split(",")) {
                if (!glob.isBlank()) {
                    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.strip());
                    all.add(name -> matcher.matches(Path.of(name)));
                }
            }
        }
        return all;
    }

    @Test
    void everyResourceThatIsReadByNameIsRegistered() throws IOException {
        List<Predicate<String>> registered = new ArrayList<>();
        for (String module : MODULES) {
            registered.addAll(registered(module));
        }
        List<String> read = new ArrayList<>();
        for (String module : MODULES) {
            files(resources(module).resolve("io")).forEach(
                    file -> read.add(resources(module).relativize(file).toString().replace('\\', '/')));
        }
        assertThat(read).hasSizeGreaterThan(15).allSatisfy(
                name -> assertThat(registered).as("registration of %s", name).anyMatch(one -> one.test(name)));
    }

    /** Beside our own packages only folders that the framework knows have files: others would have to be registered. */
    @Test
    void resourcesLieBesideTheirClasses() throws IOException {
        for (String module : MODULES) {
            assertThat(files(resources(module))).as(module).extracting(
                    file -> resources(module).relativize(file).toString().replace('\\', '/'))
                    .allMatch(name -> name.matches("(io|META-INF|db/migration)/.*|application\\.properties"));
        }
    }
}
