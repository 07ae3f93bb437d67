package io.greenstack.descriptions;

import java.util.List;

import io.greenstack.descriptions.archive.ArchiveEntry;

/**
 * The files of an import, sorted.
 *
 * @param packages device descriptions
 * @param refused files of a format that cannot be used
 * @param others files that belong to no description
 */
public record SortedFiles(List<DescriptionPackage> packages, List<RefusedEntry> refused, List<ArchiveEntry> others) {

    public SortedFiles {
        packages = List.copyOf(packages);
        refused = List.copyOf(refused);
        others = List.copyOf(others);
    }
}
