package io.greenstack.api.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

    @TempDir
    Path folder;

    @Test
    void saysOneLoginInALineAndIsLeftAloneWhenNothingChanges() throws IOException {
        Path path = folder.resolve("made/devices");
        PasswordFile file = new PasswordFile(path);
        Map<String, String> hashes = new TreeMap<>(Map.of("b", "$7$1$x$y", "a", "$7$2$x$y"));

        assertThat(file.write(hashes)).isTrue();
        assertThat(path).content().isEqualTo("a:$7$2$x$y\nb:$7$1$x$y\n");
        assertThat(file.write(hashes)).isFalse();

        Files.writeString(path, "spoilt");
        assertThat(file.write(Map.of())).isTrue();
        assertThat(path).isEmptyFile();
        assertThat(path.getParent()).isDirectoryNotContaining(other -> !other.equals(path));
    }
}
