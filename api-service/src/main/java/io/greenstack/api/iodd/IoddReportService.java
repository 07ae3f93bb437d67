package io.greenstack.api.iodd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.StoredFile;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.MemoryCaches;
import io.greenstack.descriptions.FileRole;
import io.greenstack.descriptions.iodd.IoddFormat;
import io.greenstack.descriptions.iodd.compare.IoddComparer;
import io.greenstack.descriptions.iodd.compare.IoddComparer.IoddComparison;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.trust.TrustReport;
import io.greenstack.descriptions.iodd.trust.TrustReporter;
import io.greenstack.descriptions.iodd.trust.TrustReporter.OriginalFile;

/**
 * Trust reports and comparisons. Those reports that were asked for last are kept as they are sent, as many as 4 MiB make: an id
 * is never given twice, and what is stored under it changes with its version only. A longer one is made at each call.
 */
@ApplicationScoped
class IoddReportService {

    private static final int MAX_KEPT = 4 << 20;

    private final DescriptionService descriptions;
    private final IoddService service;
    private final JsonText json;
    private final Cache<Key, byte[]> kept = MemoryCaches.ofWeight(MAX_KEPT,
            (key, report) -> report.length);

    private record Key(long id, int version) {}

    IoddReportService(DescriptionService descriptions, IoddService service, JsonText json) {
        this.descriptions = descriptions;
        this.service = service;
        this.json = json;
    }

    /** The report of an IODD as JSON, from its stored files and its stored model; 404 when there is none. */
    String report(long id) {
        DescriptionSummary summary = descriptions.summary(id, IoddFormat.KIND);
        byte[] report = kept.get(new Key(id, summary.viewVersion()),
                key -> json.write(made(summary)).getBytes(StandardCharsets.UTF_8));
        return new String(report, StandardCharsets.UTF_8);
    }

    private TrustReport made(DescriptionSummary summary) {
        long id = summary.id();
        OriginalFile main = original(descriptions.mainFile(id, IoddFormat.KIND));
        List<OriginalFile> languages = descriptions.files(id, IoddFormat.KIND).stream()
                .filter(file -> file.role() == FileRole.LANGUAGE)
                .map(file -> original(descriptions.file(id, file.id()))).toList();
        try {
            return TrustReporter.of(main, languages, service.model(summary), IoddLimits.DEFAULT);
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

    /**
     * Descriptions compared in a row.
     *
     * @param comparisons each description with the one before it
     */
    record IoddComparisons(List<IoddComparison> comparisons) {}
}
