package io.greenstack.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file of a ZIP on disk.
 *
 * @param path path in the import
 * @param zip the open ZIP
 * @param entry its entry
 */
record ZipMember(String path, ZipFile zip, ZipEntry entry) implements SourceFile {

    @Override
    public long size() {
        return entry.getSize();
    }

    @Override
    public InputStream open() throws IOException {
        return zip.getInputStream(entry);
    }
}
