package io.greenstack.api.iodd;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.FileSummary;
import io.greenstack.api.description.StoredFile;
import io.greenstack.descriptions.FileRole;
import io.greenstack.descriptions.iodd.IoddFormat;
import io.greenstack.descriptions.iodd.compare.IoddComparer;
import io.greenstack.descriptions.iodd.compare.IoddComparison;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.trust.TrustReport;
import io.greenstack.descriptions.iodd.trust.TrustReporter;
import io.greenstack.descriptions.iodd.trust.TrustReporter.OriginalFile;

/**
 * Trust reports and comparisons. They are made when they are asked for: that takes some ten milliseconds, and clients keep
 * them by their entity tag, because a stored description never changes.
 */
@ApplicationScoped
class IoddReportService {

    private final DescriptionService descriptions;
    private final IoddService service;

    @Inject
    IoddReportService(DescriptionService descriptions, IoddService service) {
        this.descriptions = descriptions;
        this.service = service;
    }

    /** The report of an IODD, from its stored files and its stored model; 404 when there is none. */
    TrustReport report(long id) {
        OriginalFile main = original(descriptions.mainFile(id, IoddFormat.KIND));
        List<OriginalFile> languages = new ArrayList<>();
        for (FileSummary file : descriptions.files(id, IoddFormat.KIND)) {
            if (file.role() == FileRole.LANGUAGE) {
                languages.add(original(descriptions.file(id, file.id())));
            }
        }
        try {
            return TrustReporter.of(main, languages,
                    service.model(descriptions.summary(id, IoddFormat.KIND)), IoddLimits.DEFAULT);
        } catch (IoddException e) {
            throw new IllegalStateException("A stored IODD cannot be read", e);
        }
    }

    private static OriginalFile original(StoredFile file) {
        return new OriginalFile(file.summary().name(), file.content());
    }

    /** Compares IODDs, each with the one before it; 404 when one of them is not there. */
    IoddComparisons compare(List<Long> ids) {
        List<IoddComparison> comparisons = new ArrayList<>();
        IoddComparer.Side before = side(ids.get(0));
        for (Long id : ids.subList(1, ids.size())) {
            IoddComparer.Side after = side(id);
            comparisons.add(IoddComparer.compare(before, after));
            before = after;
        }
        return new IoddComparisons(comparisons);
    }

    private IoddComparer.Side side(long id) {
        return new IoddComparer.Side(id, service.model(descriptions.summary(id, IoddFormat.KIND)),
                descriptions.layout(id));
    }
}
