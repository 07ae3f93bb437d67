package io.greenstack.localstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void one_suite_at_a_time() {
        Path data = folder.resolve("data");
        try (DataFolder mine = DataFolder.open(data)) {
            assertThat(mine).isNotNull();
            assertThatThrownBy(() -> DataFolder.open(data)).isInstanceOf(SuiteException.class)
                    .hasMessageContaining("Another GreenStack uses the data folder")
                    .hasMessageContaining("greenstack.data");
        }
        DataFolder.open(data).close();
    }

    @Test
    void a_folder_that_cannot_be_made_is_explained() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data"))).isInstanceOf(SuiteException.class)
                .hasMessageContaining("-Dgreenstack.data=FOLDER");
    }

    @Test
    void the_logs_of_the_last_run_are_kept() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            Path log = folder.resolve("logs/api-service.log");
            Files.writeString(log, "old");
            data.rotateLogs();
            assertThat(log).doesNotExist();
            assertThat(folder.resolve("logs/api-service.log.previous")).hasContent("old");
        }
    }
}
