package io.greenstack.api.imports;

import io.greenstack.descriptions.archive.ArchiveEntry;

/**
 * An EDS file with the icon that lies beside it.
 *
 * @param file the file
 * @param icon its icon, null if there is none
 */
record EdsSource(ArchiveEntry file, ArchiveEntry icon) {}
