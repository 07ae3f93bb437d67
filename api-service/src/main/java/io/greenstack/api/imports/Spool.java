package io.greenstack.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.greenstack.api.imports.ImportFolders.DiskFile;

/** Where uploads wait for their job. What a crash left there is removed at the next start of the same instance. */
@ApplicationScoped
class Spool {

    private static final Logger LOG = Logger.getLogger(Spool.class);

    private final Path base;

    Spool(ImportSettings settings, InstanceName instance) {
        this.base = root(settings).resolve("greenstack-imports")
                .resolve(instance.name().replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    /** The folder that was configured. */
    static Path root(ImportSettings settings) {
        return Path.of(settings.spool().orElse(System.getProperty("java.io.tmpdir")));
    }

    /** A new empty folder for a job. */
    Path create() {
        try {
            Files.createDirectories(base);
            return Files.createTempDirectory(base, "job");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for uploads can be made in " + base, e);
        }
    }

    /** Takes uploaded files over from the request; two of the same name are told apart by a number. */
    List<SourceFile> keep(Path folder, List<FileUpload> uploads) {
        List<SourceFile> files = new ArrayList<>();
        try {
            for (FileUpload upload : uploads) {
                Path kept = folder.resolve("upload-" + files.size());
                Files.move(upload.uploadedFile(), kept, StandardCopyOption.REPLACE_EXISTING);
                String name = UploadForms.name(upload);
                boolean taken = files.stream().anyMatch(file -> file.path().equalsIgnoreCase(name));
                files.add(new DiskFile(taken ? files.size() + 1 + "/" + name : name, kept, Files.size(kept)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("An uploaded file cannot be kept", e);
        }
    }

    /** Removes a folder with all that is in it. */
    void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warnf("Files of an import cannot be removed from %s: %s", folder, e.toString());
        }
    }

    /** Removes what is left from before the start. */
    void clear() {
        remove(base);
    }
}
