package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The manifests against what the services read: a variable that nobody reads would be a setting that does nothing. */
class KubernetesTest {

    private static final Path ROOT = Path.of(System.getProperty("greenstack.root", "../.."));
    private static final Path FOLDER = ROOT.resolve("deploy/kubernetes");
    private static final Pattern OF_FILE = Pattern.compile("(?m)^([A-Z][A-Z0-9_]+)=");
    private static final Pattern OF_MANIFEST = Pattern.compile("name: ([A-Z][A-Z0-9_]+)\\b");
    private static final Pattern SECRET = Pattern
            .compile("secretKeyRef: \\{name: (greenstack-[a-z]+), key: ([a-z-]+)\\}");

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> all(Path folder, String suffix, Pattern pattern, int groups) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(suffix)).toList()) {
                Matcher matcher = pattern.matcher(text(file));
                while (matcher.find()) {
                    found.add(groups == 1 ? matcher.group(1) : matcher.group(1) + " " + matcher.group(2));
                }
            }
        }
        return found;
    }

    @Test
    void everyVariableIsOneOfTheConfiguration() throws IOException {
        String documented = text(ROOT.resolve("docs/configuration.md"));
        Set<String> variables = all(FOLDER, ".env", OF_FILE, 1);
        variables.addAll(all(FOLDER.resolve("base"), ".yaml", OF_MANIFEST, 1));

        // A setting of Quarkus itself.
        variables.remove("QUARKUS_FLYWAY_MIGRATE_AT_START");
        assertThat(variables).hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
    }

    /** A figure that nobody records would scale nothing. */
    @Test
    void theAutoscalerAsksForFiguresThatExist() throws IOException {
        String known = text(ROOT.resolve("deploy/compose/prometheus/rules.yml"))
                + text(ROOT.resolve("docs/monitoring.md"));
        Set<String> asked = all(FOLDER.resolve("components/keda"), ".yaml",
                Pattern.compile("query: .*?((?:service:)?greenstack_\\w+(?::\\w+)?)\\{"), 1);

        assertThat(asked).hasSize(2).allSatisfy(name -> assertThat(known).contains(name));
    }

    @Test
    void everySecretThatIsReadIsMade() throws IOException {
        Set<String> read = all(FOLDER.resolve("base"), ".yaml", SECRET, 2);
        String made = text(FOLDER.resolve("overlays/small/secrets.sh"));
        String external = text(FOLDER.resolve("components/external-secrets/external-secrets.yaml"));

        assertThat(read).hasSizeGreaterThan(12).allSatisfy(secret -> {
            String[] parts = secret.split(" ");
            assertThat(made.lines().filter(line -> line.startsWith("secret " + parts[0] + " ")))
                    .anyMatch(line -> line.contains(" " + parts[1] + " "));
            assertThat(external).contains("remoteRef: {key: " + parts[0] + ", property: " + parts[1] + "}");
        });
    }
}
