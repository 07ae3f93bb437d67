package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.platform.RequestDeadline;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.RefusedEntry;
import io.greenstack.descriptions.archive.Hashes;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.eds.reader.EdsException;

/** Reads the files of a unit. What the catalog knows by its bytes is not read again. */
@ApplicationScoped
public class PackageReader {

    /** Codes of files that are sound, but of another format: beside files of ours they do not matter. */
    private static final Set<String> OTHER_FORMATS = Set.of("wrong-root", EdsException.OTHER_FORMAT);

    private final DescriptionFormats formats;
    private final DescriptionService descriptions;

    @Inject
    public PackageReader(DescriptionFormats formats, DescriptionService descriptions) {
        this.formats = formats;
        this.descriptions = descriptions;
    }

    /** Reads a unit; a file that cannot be used is a refusal in the result, never an exception. */
    ReadUnit read(ImportUnit unit) {
        Reading reading = new Reading();
        Map<String, DescriptionSummary> known = known(unit);
        for (DescriptionPackage files : unit.iodds()) {
            RequestDeadline.check();
            String path = files.main().path();
            reading.take(path, known.get(path), DescriptionKind.IODD, () -> formats.read(files));
        }
        for (EdsSource source : unit.eds()) {
            RequestDeadline.check();
            String path = source.file().path();
            reading.take(path, known.get(path), DescriptionKind.EDS, () -> read(source));
        }
        for (RefusedEntry entry : unit.refused()) {
            reading.refused.add(ImportedFile.refused(entry.path(), null, entry.code(), entry.line(), entry.message()));
        }
        unit.others().forEach(entry -> reading.ignored.add(ImportedFile.ignored(entry.path(), null, "other-kind",
                "No device description, and no file of one.")));
        return reading.result(unit.origin());
    }

    /** Descriptions of files of the unit that are stored, by path. */
    private Map<String, DescriptionSummary> known(ImportUnit unit) {
        Map<String, String> hashes = new HashMap<>();
        unit.iodds().forEach(files -> hashes.put(files.main().path(), Hashes.sha256Hex(files.main().content())));
        unit.eds().forEach(source -> hashes.put(source.file().path(), Hashes.sha256Hex(source.file().content())));
        Map<String, DescriptionSummary> stored = descriptions.bySha256(hashes.values());
        Map<String, DescriptionSummary> known = new HashMap<>();
        hashes.forEach((path, hash) -> known.put(path, stored.get(hash)));
        return known;
    }

    private ReadDescription read(EdsSource source) {
        return formats.read(new DescriptionPackage(EdsFormat.KIND, source.file(), List.of(),
                source.icon() == null ? List.of() : List.of(source.icon())));
    }

    /** A result being put together. */
    private static final class Reading {

        private final List<ReadUnit.ReadFile> read = new ArrayList<>();
        private final List<ImportedFile> refused = new ArrayList<>();
        private final List<ImportedFile> ignored = new ArrayList<>();

        private void take(String path, DescriptionSummary known, DescriptionKind kind,
                Supplier<ReadDescription> source) {
            try {
                read.add(new ReadUnit.ReadFile(path, known, known == null ? source.get() : null));
            } catch (DescriptionException e) {
                refused.add(ImportedFile.refused(path, kind, e.code(), e.line(), e.getMessage()));
            }
        }

        private ReadUnit result(PackageOrigin origin) {
            boolean anything = !read.isEmpty()
                    || refused.stream().anyMatch(file -> !OTHER_FORMATS.contains(file.code()));
            if (anything) {
                refused.removeIf(file -> {
                    boolean other = OTHER_FORMATS.contains(file.code());
                    if (other) {
                        ignored.add(ImportedFile.ignored(file.file(), file.kind(), file.code(), file.message()));
                    }
                    return other;
                });
            }
            return new ReadUnit(read, refused, ignored, origin);
        }
    }
}
