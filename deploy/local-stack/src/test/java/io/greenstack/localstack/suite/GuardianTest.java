package io.greenstack.localstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardianTest {

    private Process first;
    private Process second;

    /** A JVM that waits for the end of its input. */
    private static Process child() throws IOException {
        return new ProcessBuilder(Jvm.executable(), "-cp",
                Path.of(System.getProperty("greenstack.test.classes", "target/classes")).toAbsolutePath().toString(),
                Guardian.class.getName()).start();
    }

    @AfterEach
    void clean() {
        first.destroyForcibly();
        second.destroyForcibly();
    }

    @Test
    void stops_what_was_not_released_when_its_input_ends() throws Exception {
        first = child();
        second = child();
        Guardian guardian = new Guardian();
        String lines = "+" + first.pid() + "\n+" + second.pid() + "\nnonsense\n-" + second.pid() + "\n";
        guardian.watch(new ByteArrayInputStream(lines.getBytes(StandardCharsets.US_ASCII)));
        guardian.stopAll(Duration.ofSeconds(10));
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(second.isAlive()).isTrue();
    }

    @Test
    void the_guardian_process_stops_its_wards_when_the_launcher_is_gone() throws Exception {
        first = child();
        second = child();
        GuardianLink link = GuardianLink.start();
        link.add(first.pid());
        link.close();
        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.isAlive()).isTrue();
    }
}
