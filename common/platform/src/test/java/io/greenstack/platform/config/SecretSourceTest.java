package io.greenstack.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSourceTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsReadAgainAndCountsBeforeTheFixedSecret() throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, "first\n");
        SecretSource source = new SecretSource(Optional.of("fixed"), Optional.of(file));
        assertThat(source.get()).contains("first");
        Files.writeString(file, "second");
        await().untilAsserted(() -> assertThat(source.get()).contains("second"));
        Files.delete(file);
        assertThat(source.get()).contains("second");
    }

    @Test
    void withoutAFileTheFixedSecretCounts() {
        assertThat(new SecretSource(Optional.of("fixed"), Optional.empty()).get()).contains("fixed");
        assertThat(new SecretSource(Optional.of(" "), Optional.empty()).get()).isEmpty();
        assertThat(new SecretSource(Optional.of("fixed"), Optional.of(folder.resolve("none"))).get()).contains("fixed");
    }
}
