package io.greenstack.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.ApiException;

/** Folders of the local file system that jobs import from. Over HTTP only what lies in a configured folder can be reached. */
@ApplicationScoped
class ImportFolders {

    private final ImportSettings settings;

    ImportFolders(ImportSettings settings) {
        this.settings = settings;
    }

    /**
     * The folder that a client means.
     *
     * @param folder absolute, or relative to a configured folder
     * @throws ApiException 403 when no folder is configured or the folder is outside, also by a symbolic link; 404 when it is
     *         not there
     */
    Path allowed(String folder) {
        List<Path> roots = settings.folder().orElse(List.of()).stream().filter(root -> !root.isBlank())
                .map(root -> Path.of(root.strip()).toAbsolutePath().normalize()).toList();
        if (roots.isEmpty()) {
            throw new ApiException(403, "folder-import-off",
                    "Folders cannot be imported over HTTP: no folder is configured. Set "
                            + "GREENSTACK_IMPORT_FOLDER to the folder that may be imported from, or upload the files, or use the "
                            + "command line: import <folder>.");
        }
        boolean inside = false;
        for (Path root : roots) {
            Path wanted = resolve(root, folder);
            if (wanted.startsWith(root)) {
                inside = true;
                if (Files.isDirectory(wanted) && isReallyInside(root, wanted)) {
                    return wanted;
                }
            }
        }
        if (inside) {
            throw new ApiException(404, "folder-not-found",
                    "There is no such folder inside the configured import folder.");
        }
        throw new ApiException(403, "folder-forbidden",
                "The folder is outside the configured import folder (GREENSTACK_IMPORT_FOLDER).");
    }

    private static Path resolve(Path root, String folder) {
        try {
            return root.resolve(folder.strip()).normalize();
        } catch (InvalidPathException e) {
            throw ApiException.invalidParameter("folder", "this is no path");
        }
    }

    private static boolean isReallyInside(Path root, Path wanted) {
        try {
            return wanted.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * All files below a folder, links left out, in the order of their names within a folder.
     *
     * @throws ScanLimitException when there are too many
     */
    static List<SourceFile> files(Path folder, long maxFiles) {
        List<SourceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        String path = folder.relativize(file).toString().replace('\\', '/');
                        files.add(new DiskFile(path, file, attributes.size()));
                    }
                    if (files.size() > maxFiles) {
                        throw new ScanLimitException("The folder has more than " + maxFiles
                                + " files. Import it in parts.");
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("A folder cannot be read", e);
        }
        return files;
    }

    /**
     * A file of the local file system.
     *
     * @param path path in the import
     * @param file where it is; a symbolic link is not followed
     * @param size octets
     */
    record DiskFile(String path, Path file, long size) implements SourceFile {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
