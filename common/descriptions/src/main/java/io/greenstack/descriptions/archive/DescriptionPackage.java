package io.greenstack.descriptions.archive;

import java.util.List;

/**
 * A device description with what belongs to it.
 *
 * @param main main IODD file
 * @param languages language files
 * @param assets images and other files
 */
public record DescriptionPackage(ArchiveEntry main, List<ArchiveEntry> languages, List<ArchiveEntry> assets) {

    public DescriptionPackage {
        languages = List.copyOf(languages);
        assets = List.copyOf(assets);
    }
}
