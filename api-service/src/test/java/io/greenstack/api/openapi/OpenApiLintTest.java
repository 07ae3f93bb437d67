package io.greenstack.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** The committed document by the recommended rules of Redocly; {@code npm ci} in {@code api-service/openapi} gets it. */
class OpenApiLintTest {

    private static final Path FOLDER = CanonicalDocument.file().toAbsolutePath().normalize().getParent();
    private static final int PATIENCE = 120;

    @Test
    void keepsTheRules() throws IOException, InterruptedException {
        Path program = FOLDER.resolve("node_modules/@redocly/cli/bin/cli.js");
        assumeTrue(Files.exists(program), "Redocly is not installed; npm ci in " + FOLDER + " installs it");
        assumeTrue(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node"))), "Node.js is not on the PATH");
        Path output = Files.createTempFile("redocly", ".txt");
        ProcessBuilder lint = new ProcessBuilder("node", program.toString(), "lint", "openapi.json", "--config",
                "redocly.yaml", "--format=stylish").directory(FOLDER.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        lint.environment().put("REDOCLY_TELEMETRY", "off");
        lint.environment().put("NO_COLOR", "1");
        Process process = lint.start();
        boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
