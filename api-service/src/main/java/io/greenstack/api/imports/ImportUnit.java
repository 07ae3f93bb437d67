package io.greenstack.api.imports;

import java.util.List;
import java.util.stream.Stream;

import io.greenstack.descriptions.DescriptionFormat.SortedFiles;

/**
 * Files that are stored together or not at all.
 *
 * @param files its descriptions, files that cannot be used, and files that are no device description
 * @param origin the ZIP that they came in, null if that does not matter
 */
record ImportUnit(SortedFiles files, PackageOrigin origin) {

    /** Octets that the unit holds in memory. */
    long weight() {
        return Stream.concat(files.packages().stream().flatMap(one -> one.files().stream()), files.others().stream())
                .mapToLong(entry -> entry.content().length).sum();
    }

    /** Paths of its description files. */
    List<String> paths() {
        return files.packages().stream().map(one -> one.main().path()).toList();
    }

    /** Whether it has a description of a kind. */
    boolean has(String kind) {
        return files.packages().stream().anyMatch(one -> one.kind().equals(kind));
    }
}
