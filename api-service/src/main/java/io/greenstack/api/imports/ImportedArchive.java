package io.greenstack.api.imports;

import java.util.List;

import io.greenstack.api.description.ImportedFile;

/**
 * The descriptions that came in a ZIP are stored; observed inside the transaction.
 *
 * @param origin the ZIP
 * @param files what became of its descriptions, all of them known now
 * @param by name of the principal that imported it
 */
public record ImportedArchive(PackageOrigin origin, List<ImportedFile> files, String by) {}
