package io.greenstack.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRoomTest {

    @TempDir
    Path folder;

    @Test
    void theVolumeIsThatOfTheConfiguredFolderThoughItIsNotMadeYet() throws IOException {
        ImportRoom room = room(folder.resolve("not/yet"));
        assertThat(room.bytes()).isEqualTo(Files.getFileStore(folder).getTotalSpace());
        assertThat(room.freeBytes()).isBetween(1L, room.bytes());
    }

    private static ImportRoom room(Path spool) {
        return new ImportRoom((ImportSettings) Proxy.newProxyInstance(ImportSettings.class.getClassLoader(),
                new Class<?>[]{ImportSettings.class},
                (proxy, method, arguments) -> method.getName().equals("spool") ? Optional.of(spool.toString()) : null));
    }
}
