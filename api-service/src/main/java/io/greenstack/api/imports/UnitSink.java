package io.greenstack.api.imports;

import java.util.List;

import io.greenstack.api.description.ImportedFile;

/** Takes what a scan finds. */
interface UnitSink {

    /** A package; waits while too much is unpacked already. */
    void unit(ImportUnit unit);

    /** Files that belong to no package. */
    void results(List<ImportedFile> results);

    /** Whether the scan shall end. */
    boolean over();
}
