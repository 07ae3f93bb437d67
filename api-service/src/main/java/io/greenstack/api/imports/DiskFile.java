package io.greenstack.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

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
