package io.greenstack.descriptions;

import java.util.List;
import java.util.stream.Stream;

import io.greenstack.descriptions.archive.ArchiveEntry;

/**
 * A device description with what belongs to it.
 *
 * @param kind its format
 * @param main the description itself
 * @param languages files with texts in other languages
 * @param assets images and other files
 */
public record DescriptionPackage(String kind, ArchiveEntry main, List<ArchiveEntry> languages,
        List<ArchiveEntry> assets) {

    public DescriptionPackage {
        languages = List.copyOf(languages);
        assets = List.copyOf(assets);
    }

    /** A description that is one file. */
    public static DescriptionPackage of(String kind, ArchiveEntry main) {
        return new DescriptionPackage(kind, main, List.of(), List.of());
    }

    /** All its files, the main one first. */
    public List<ArchiveEntry> files() {
        return Stream.of(List.of(main), languages, assets).flatMap(List::stream).toList();
    }
}
