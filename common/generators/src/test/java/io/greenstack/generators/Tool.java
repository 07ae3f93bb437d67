package io.greenstack.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that a test holds generated files against; the test is skipped, saying so, where it is not installed. */
final class Tool {

    private static final int SECONDS = 120;

    private Tool() {}

    /** Runs the program with the text as its input, and gives back what it printed. */
    static String run(String input, String... command) throws IOException, InterruptedException {
        assumeTrue(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0]))), command[0] + " is not installed");
        Path in = Files.createTempFile("generators", ".in");
        Path out = Files.createTempFile("generators", ".out");
        try {
            Files.writeString(in, input);
            Process process = new ProcessBuilder(List.of(command)).redirectInput(in.toFile())
                    .redirectErrorStream(true).redirectOutput(out.toFile()).start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String printed = Files.readString(out, StandardCharsets.UTF_8);
            assertThat(ended).as(command[0] + " ended").isTrue();
            assertThat(process.exitValue()).as(String.join(" ", command) + ": " + printed).isZero();
            return printed;
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    /** A resource beside this class, as a text. */
    static String resource(String name) throws IOException {
        return new String(Tool.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
