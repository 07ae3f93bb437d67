package io.greenstack.api.imports;

import java.util.List;
import java.util.stream.Stream;

import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.RefusedEntry;
import io.greenstack.descriptions.archive.ArchiveEntry;

/**
 * Files that are stored together or not at all.
 *
 * @param iodds IODDs with their language files and images
 * @param eds EDS files
 * @param refused files that cannot be used
 * @param others files that are no device description
 * @param origin the ZIP that the EDS files came in, null if they came in none
 */
record ImportUnit(List<DescriptionPackage> iodds, List<EdsSource> eds, List<RefusedEntry> refused,
        List<ArchiveEntry> others, PackageOrigin origin) {

    ImportUnit {
        iodds = List.copyOf(iodds);
        eds = List.copyOf(eds);
        refused = List.copyOf(refused);
        others = List.copyOf(others);
    }

    /** Octets that the unit holds in memory. */
    long weight() {
        long weight = 0;
        for (DescriptionPackage files : iodds) {
            weight += files.main().content().length;
            weight += weight(files.languages()) + weight(files.assets());
        }
        for (EdsSource source : eds) {
            weight += source.file().content().length;
        }
        return weight + weight(others);
    }

    /** Paths of its description files. */
    List<String> paths() {
        return Stream.concat(iodds.stream().map(files -> files.main().path()),
                eds.stream().map(source -> source.file().path())).toList();
    }

    private static long weight(List<ArchiveEntry> entries) {
        return entries.stream().mapToLong(entry -> entry.content().length).sum();
    }
}
