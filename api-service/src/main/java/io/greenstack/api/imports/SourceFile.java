package io.greenstack.api.imports;

import java.io.IOException;
import java.io.InputStream;

/** A file that a job looks at; its content is read when it is needed. */
interface SourceFile {

    /** Path in the import, with {@code /}; files of archives have {@code archive.zip!/name}. */
    String path();

    /** Octets as far as known, -1 if not. */
    long size();

    /** Its content. */
    InputStream open() throws IOException;

    /** File name without folders. */
    default String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** Folder or archive it lies in, with a slash at the end; empty at the top. */
    default String folder() {
        return path().substring(0, path().lastIndexOf('/') + 1);
    }
}
