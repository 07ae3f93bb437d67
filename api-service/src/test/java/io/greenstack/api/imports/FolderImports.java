package io.greenstack.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The service with a folder to import from, and with a request time-out that no job may feel. */
public class FolderImports implements QuarkusTestProfile {

    static final Path ROOT = make();

    private static Path make() {
        try {
            Path root = Path.of(System.getProperty("java.io.tmpdir"), "greenstack-folder-imports");
            Files.createDirectories(root);
            return root.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("greenstack.imports.folder", ROOT.toString(), "greenstack.http.request-timeout", "3s",
                "greenstack.imports.queue", "1", "greenstack.imports.workers", "1", "greenstack.imports.buffer", "64K");
    }
}
