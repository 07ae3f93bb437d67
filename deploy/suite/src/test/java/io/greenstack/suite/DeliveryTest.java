package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What containers and workflows may do stays as little as it is. */
class DeliveryTest {

    private static final Pattern USES = Pattern.compile("(?m)^ *-? *uses: (.*)$");
    private static final Pattern SERVICE = Pattern.compile("(?ms)^  ([a-z-]+):\\n(.*?)(?=^  [a-z#]|^[a-z])");

    private static final Set<String> BUILT = Set.of("target", "node_modules", "dist");
    private static final Pattern IMAGE = Pattern.compile("image: [a-z0-9./-]+:\\w");

    private static Map<String, String> services() {
        String compose = Observability.text(Observability.ROOT.resolve("docker-compose.yml"));
        String part = compose.substring(compose.indexOf("\nservices:\n"), compose.indexOf("\nnetworks:\n") + 2);
        Map<String, String> services = new TreeMap<>();
        Matcher matcher = SERVICE.matcher(part);
        while (matcher.find()) {
            services.put(matcher.group(1), matcher.group(2));
        }
        return services;
    }

    @Test
    void containersMayDoLittle() {
        String compose = Observability.text(Observability.ROOT.resolve("docker-compose.yml"));
        for (String anchor : List.of("x-service: &service", "x-server: &server")) {
            String block = compose.substring(compose.indexOf(anchor));
            assertThat(block.substring(0, block.indexOf("\n\n"))).contains("cap_drop: [ALL]", "no-new-privileges:true",
                    "logging: ");
        }

        assertThat(services()).hasSizeGreaterThan(15).allSatisfy((name, block) -> {
            assertThat(block).as(name).contains("image: ").doesNotContain(":latest", "privileged: true",
                    "docker.sock", "network_mode: host");
            if (block.contains("restart: \"no\"")) {
                assertThat(block).as(name).contains("cap_drop: [ALL]", "no-new-privileges:true", "logging: *logging");
            } else {
                assertThat(block).as(name).containsPattern("<<: \\*(service|server)")
                        .containsPattern("limits: \\{pids: \\d+, cpus: \"[\\d.]+\", memory: \\d+[mg]}")
                        .containsPattern("<<: \\*service|read_only: true");
            }
        });
    }

    @Test
    void ourImagesAreNotPulledFromANameThatNobodyOwns() {
        assertThat(services()).allSatisfy((name, block) -> {
            if (block.contains("build:")) {
                assertThat(block).as(name).contains("localhost/greenstack").containsPattern("pull_policy: .*build");
            }
        });
    }

    @Test
    void whatIsNamedByAVersionIsKeptUpToDate() throws IOException {
        Path root = Observability.ROOT;
        String updates = Observability.text(root.resolve(".github/dependabot.yml"));
        List<Path> found = new ArrayList<>();
        find(root, found);
        assertThat(found.stream().map(file -> "/" + root.relativize(file.getParent()))).hasSizeGreaterThan(8)
                .allMatch(folder -> Pattern.compile("[\\[ ]" + folder + "[],]").matcher(updates).find());
    }

    /** Files that name versions; without what a build or npm puts beside the sources. */
    private static void find(Path folder, List<Path> found) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (Files.isDirectory(file) && !name.startsWith(".") && !BUILT.contains(name)) {
                    find(file, found);
                } else if (Files.isRegularFile(file) && namesVersions(file)) {
                    found.add(file);
                }
            }
        }
    }

    private static boolean namesVersions(Path file) {
        String name = file.getFileName().toString();
        return name.equals("package.json") || name.startsWith("Dockerfile")
                || file.startsWith(Observability.ROOT.resolve("deploy/kubernetes")) && name.endsWith(".yaml")
                        && IMAGE.matcher(Observability.text(file)).find();
    }

    @Test
    void imagesArePinnedByAJobAndAReleaseWaitsForIt() {
        assertThat(Observability.text(Observability.ROOT.resolve(".github/workflows/pins.yml"))).contains(
                "run: .ci/pin\n",
                "schedule:");
        assertThat(Observability.text(Observability.ROOT.resolve(".github/workflows/release.yml")))
                .contains("run: .ci/pin --check");
    }

    @Test
    void actionsArePinnedByTheirCommit() throws IOException {
        try (Stream<Path> files = Files.list(Observability.ROOT.resolve(".github/workflows"))) {
            for (Path file : files.toList()) {
                String text = Observability.text(file);
                assertThat(text).as(file.toString()).doesNotContain("pull_request_target", "write-all");
                // one that is only called has what its caller gives it
                assertThat(text.contains("\npermissions:")).as(file.toString())
                        .isEqualTo(text.contains("\n  push:") || text.contains("\n  pull_request:")
                                || text.contains("\n  schedule:"));
                assertThat(USES.matcher(text).results().map(uses -> uses.group(1)).toList()).as(file.toString())
                        .isNotEmpty()
                        .allMatch(uses -> uses.startsWith("./") || uses.matches("[\\w./-]+@[0-9a-f]{40} # v\\d.*"));
            }
        }
    }
}
