package io.greenstack.api.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.ImportedFile;
import io.greenstack.api.platform.RequestDeadline;
import io.greenstack.api.platform.Retries;
import io.greenstack.descriptions.DescriptionException;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.DescriptionPackage;
import io.greenstack.descriptions.ReadDescription;
import io.greenstack.descriptions.archive.Hashes;
import io.greenstack.platform.tracing.TraceSteps;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Imports units: what the catalog does not know by its bytes is read, then all of it is stored in one transaction, or nothing.
 * When somebody else stores one of the files meanwhile, it starts anew.
 */
@ApplicationScoped
class Importer {

    /** Longest time for storing what was read: a file of 70,000 parameters takes a slow machine more than the usual minute. */
    private static final int SECONDS = 600;

    private final DescriptionFormats formats;
    private final DescriptionService descriptions;
    private final Event<ImportedArchive> archives;
    private final TraceSteps traces;

    Importer(DescriptionFormats formats, DescriptionService descriptions, Event<ImportedArchive> archives,
            TraceSteps traces) {
        this.formats = formats;
        this.descriptions = descriptions;
        this.archives = archives;
        this.traces = traces;
    }

    /**
     * A unit that was read.
     *
     * @param known what the catalog has already, by path
     * @param fresh what is to be stored, by path
     * @param refused files that cannot be used
     * @param ignored files that do not matter
     */
    record Reading(ImportUnit unit, Map<String, ImportedFile> known, Map<String, ReadDescription> fresh,
            List<ImportedFile> refused, List<ImportedFile> ignored) {

        /** Whether it has a description that can be used, of a kind if it is given. */
        boolean has(String kind) {
            return known.values().stream().anyMatch(file -> kind == null || kind.equals(file.kind()))
                    || fresh.values().stream().anyMatch(file -> kind == null || kind.equals(file.kind()));
        }
    }

    /**
     * Imports the units of an upload.
     *
     * @param by name of the principal that imports
     * @param check throws when what was read may not be stored
     * @return what became of every file
     */
    List<ImportedFile> store(List<ImportUnit> units, String by, Consumer<List<Reading>> check) {
        return Retries.onConflict(() -> {
            List<Reading> read = units.stream().map(this::read).toList();
            check.accept(read);
            return QuarkusTransaction.joiningExisting().timeout(SECONDS)
                    .call(() -> read.stream().flatMap(one -> store(one, by).stream()).toList());
        });
    }

    /** Imports a unit of a job; when a file of it cannot be used, none is stored, and the others say so. */
    List<ImportedFile> store(ImportUnit unit, String by) {
        return Retries.onConflict(() -> {
            Reading read = read(unit);
            if (!read.refused().isEmpty()) {
                return refuse(read);
            }
            return read.has(null)
                    ? QuarkusTransaction.joiningExisting().timeout(SECONDS).call(() -> store(read, by))
                    : read.ignored();
        });
    }

    private Reading read(ImportUnit unit) {
        Reading reading = new Reading(unit, known(unit), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (DescriptionPackage files : unit.files().packages()) {
            RequestDeadline.check();
            String path = files.main().path();
            if (!reading.known().containsKey(path)) {
                try {
                    reading.fresh().put(path, read(files));
                } catch (DescriptionException e) {
                    reading.refused()
                            .add(ImportedFile.refused(path, files.kind(), e.code(), e.line(), e.getMessage()));
                }
            }
        }
        unit.files().refused().forEach(entry -> reading.refused()
                .add(ImportedFile.refused(entry.path(), null, entry.code(), entry.line(), entry.message())));
        unit.files().others().forEach(entry -> reading.ignored().add(ImportedFile.other(entry.path())));
        ignoreOtherFormats(reading);
        return reading;
    }

    private ReadDescription read(DescriptionPackage files) {
        return traces.run("read and compile " + files.kind(), SpanKind.INTERNAL,
                span -> span.setAttribute("greenstack.file.size", files.main().content().length)
                        .setAttribute("greenstack.package.files", files.files().size()),
                () -> formats.read(files));
    }

    /** Files of the unit that are stored, by path. */
    private Map<String, ImportedFile> known(ImportUnit unit) {
        Map<String, String> hashes = new HashMap<>();
        unit.files().packages().forEach(
                files -> hashes.put(files.main().path(), Hashes.sha256Hex(files.main().content())));
        Map<String, DescriptionSummary> stored = descriptions.bySha256(hashes.values());
        Map<String, ImportedFile> known = new HashMap<>();
        hashes.forEach((path, hash) -> {
            if (stored.containsKey(hash)) {
                known.put(path, ImportedFile.known(path, stored.get(hash)));
            }
        });
        return known;
    }

    /** A sound file of another format does not matter beside files of ours. */
    private void ignoreOtherFormats(Reading reading) {
        if (!reading.has(null) && reading.refused().stream().allMatch(this::isOtherFormat)) {
            return;
        }
        reading.refused().stream().filter(this::isOtherFormat).forEach(file -> reading.ignored()
                .add(ImportedFile.ignored(file.file(), file.kind(), file.code(), file.message())));
        reading.refused().removeIf(this::isOtherFormat);
    }

    private boolean isOtherFormat(ImportedFile file) {
        return formats.isOtherFormat(file.code());
    }

    private List<ImportedFile> store(Reading read, String by) {
        Map<String, ImportedFile> stored = read.fresh().isEmpty()
                ? Map.of()
                : traces.run("store descriptions", SpanKind.INTERNAL,
                        span -> span.setAttribute("greenstack.descriptions", read.fresh().size()),
                        () -> descriptions.store(read.fresh(), by));
        List<ImportedFile> files = read.unit().paths().stream()
                .map(path -> stored.getOrDefault(path, read.known().get(path))).filter(file -> file != null).toList();
        if (read.unit().origin() != null) {
            archives.fire(new ImportedArchive(read.unit().origin(), files, by));
        }
        return Stream.of(files, read.refused(), read.ignored()).flatMap(List::stream).toList();
    }

    private static List<ImportedFile> refuse(Reading read) {
        List<ImportedFile> results = new ArrayList<>(read.refused());
        String reason = "Not stored, because " + read.refused().get(0).file() + " of the same package is refused.";
        for (String path : read.unit().paths()) {
            if (read.known().containsKey(path)) {
                results.add(read.known().get(path));
            } else if (read.fresh().containsKey(path)) {
                results.add(ImportedFile.refused(path, read.fresh().get(path).kind(), "package-refused", 0, reason));
            }
        }
        results.addAll(read.ignored());
        return results;
    }
}
