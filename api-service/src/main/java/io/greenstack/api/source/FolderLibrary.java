package io.greenstack.api.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A library in a folder, of the layout of the one behind HTTP: {@code drivers.json} and
 * {@code vendors/{vendorId}/iodds/{ioddId}/files/zip/rated}.
 */
final class FolderLibrary implements DescriptionLibrary {

    private static final long LARGEST_LIST = 64L * 1024 * 1024;

    private final Path folder;
    private final long largest;

    FolderLibrary(Path folder, SourceSettings settings) {
        this.folder = folder;
        this.largest = settings.maxSize().asLongValue();
    }

    @Override
    public Found search(SourceSearch search) {
        return DriverPages.read(read(folder.resolve("drivers.json"), LARGEST_LIST, SourceException.Kind.AWAY), search);
    }

    @Override
    public byte[] fetch(SourceDriver driver) {
        return read(path(driver), largest, SourceException.Kind.NOT_FOUND);
    }

    @Override
    public String address(SourceDriver driver) {
        return path(driver).toUri().toString();
    }

    /** Both are numbers, so the path stays in the folder. */
    private Path path(SourceDriver driver) {
        return folder.resolve("vendors").resolve(Long.toString(driver.vendorId())).resolve("iodds")
                .resolve(Long.toString(driver.ioddId())).resolve("files").resolve("zip").resolve("rated");
    }

    private static byte[] read(Path file, long limit, SourceException.Kind missing) {
        try {
            if (Files.size(file) > limit) {
                throw new SourceException(SourceException.Kind.REFUSED, "too-large",
                        "The package is larger than may be uploaded.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new SourceException(missing, "not-found", "There is no file " + file + ".");
        } catch (IOException e) {
            throw new SourceException(SourceException.Kind.AWAY, "source-away",
                    "The file " + file + " cannot be read: " + e.getMessage());
        }
    }
}
