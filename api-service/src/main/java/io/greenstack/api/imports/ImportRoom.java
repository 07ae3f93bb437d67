package io.greenstack.api.imports;

import java.io.File;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;

/** The volume where uploads wait for their job. */
@ApplicationScoped
public class ImportRoom {

    private final Path folder;

    ImportRoom(ImportSettings settings) {
        this.folder = Spool.root(settings).toAbsolutePath();
    }

    /** Octets of the volume. */
    public long bytes() {
        return volume().getTotalSpace();
    }

    /** Octets that can still be written. */
    public long freeBytes() {
        return volume().getUsableSpace();
    }

    /** The folder is made when the first upload comes; until then the one that it will be in. */
    private File volume() {
        Path existing = folder;
        while (!existing.toFile().exists() && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing.toFile();
    }
}
