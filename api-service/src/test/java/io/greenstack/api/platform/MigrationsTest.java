package io.greenstack.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Two migrations of one number, from two branches, keep every service from starting. */
class MigrationsTest {

    @Test
    void eachHasANumberOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();

            assertThat(names).hasSizeGreaterThan(10).allMatch(name -> name.matches("V\\d{3}__[a-z_]+\\.sql"));
            assertThat(names).extracting(name -> name.substring(0, 4)).doesNotHaveDuplicates();
        }
    }
}
