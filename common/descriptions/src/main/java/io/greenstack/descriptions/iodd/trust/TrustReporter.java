package io.greenstack.descriptions.iodd.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.Severity;
import io.greenstack.descriptions.iodd.layout.IoddLayoutCompiler;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.Source.ExtraNode;
import io.greenstack.descriptions.iodd.model.Stamp;
import io.greenstack.descriptions.iodd.reader.Findings;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.IoddReader;
import io.greenstack.descriptions.iodd.reader.IoddReader.LanguageReading;
import io.greenstack.descriptions.iodd.trust.TrustReport.Coverage;
import io.greenstack.descriptions.iodd.trust.TrustReport.FileReport;
import io.greenstack.descriptions.iodd.trust.TrustReport.NotRepresented;
import io.greenstack.descriptions.iodd.trust.TrustReport.ReportedFinding;
import io.greenstack.descriptions.iodd.trust.TrustReport.Score;
import io.greenstack.descriptions.iodd.trust.TrustReport.StampReport;

/** Makes the {@link TrustReport} of a description from its original files and the model that is stored of them. */
public final class TrustReporter {

    /**
     * An original file.
     *
     * @param name file name
     * @param content its bytes
     */
    public record OriginalFile(String name, byte[] content) {}

    private static final int MAX_FINDINGS = 1000;

    private final IoddDescription stored;
    private final IoddLimits limits;
    private final List<ReportedFinding> findings = new ArrayList<>();
    private final List<FileReport> files = new ArrayList<>();

    private TrustReporter(IoddDescription stored, IoddLimits limits) {
        this.stored = stored;
        this.limits = limits;
    }

    /**
     * The report of a description.
     *
     * @param main original main file
     * @param languages original language files
     * @param stored the model as it is stored; it is what the files are rebuilt from
     * @throws IoddException if the main file cannot be read
     */
    public static TrustReport of(OriginalFile main, List<OriginalFile> languages, IoddDescription stored,
            IoddLimits limits) throws IoddException {
        TrustReporter reporter = new TrustReporter(stored, limits);
        StampReport stamp = reporter.main(main);
        for (OriginalFile language : languages) {
            reporter.language(language, stamp.stamped());
        }
        return reporter.report(stamp);
    }

    private StampReport main(OriginalFile file) throws IoddException {
        StampReport stamp = stamp(StampCheck.ofMainFile(file.content()), stored.device().stamp());
        List<Finding> found = new ArrayList<>(IoddReader.read(file.content(), limits).findings());
        found.addAll(IoddLayoutCompiler.compile(stored, null).findings());
        found.addAll(DescriptionCheck.of(stored, MAX_FINDINGS));
        found.addAll(stampFindings(stamp));
        report(file, found);
        files.add(new FileReport(file.name(), "main", null, stamp,
                coverage(CoverageProof.of(file.content(), stored.device(), limits))));
        return stamp;
    }

    private void language(OriginalFile file, Long mainStamp) {
        StampCheck check = StampCheck.ofLanguageFile(file.content(), mainStamp);
        try {
            LanguageReading reading = IoddReader.readLanguageFile(file.content(), limits);
            ExternalTextDocument read = reading.document();
            StampReport stamp = stamp(check, read.stamp());
            List<Finding> found = new ArrayList<>(reading.findings());
            found.addAll(DescriptionCheck.of(read, stored, MAX_FINDINGS));
            found.addAll(stampFindings(stamp));
            ExternalTextDocument kept = stored.languageFiles().stream()
                    .filter(document -> Objects.equals(document.language().lang(), read.language().lang()))
                    .findFirst().orElse(null);
            if (kept == null) {
                found.add(new Finding(Severity.ERROR, "language-not-stored", read.source().line(), "",
                        "The catalog does not hold the texts of this file. Import the package again."));
            }
            report(file, found);
            files.add(new FileReport(file.name(), "language", read.language().lang(), stamp,
                    kept == null
                            ? nothing(CoverageProof.of(file.content(), read, limits))
                            : coverage(CoverageProof.of(file.content(), kept, limits))));
        } catch (IoddException e) {
            report(file, List.of(new Finding(Severity.ERROR, e.code(), e.line(), "",
                    "The language file is left out: " + e.getMessage())));
            files.add(new FileReport(file.name(), "language", null, stamp(check, null),
                    new Coverage(Score.of(0, 1), 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of())));
        }
    }

    private void report(OriginalFile file, List<Finding> found) {
        found.stream().distinct().sorted(Comparator.comparingInt(Finding::line)).forEach(finding -> findings.add(
                new ReportedFinding(finding.severity().name().toLowerCase(Locale.ROOT), finding.code(), file.name(),
                        finding.line() == 0 ? null : finding.line(), finding.path(), finding.message())));
    }

    private static StampReport stamp(StampCheck check, Stamp stamp) {
        boolean checked = stamp != null && stamp.checker() != null;
        return new StampReport(check.verdict().name().toLowerCase(Locale.ROOT), check.verdict().message(),
                stamp == null ? null : stamp.source().line(), check.stamped(), check.computed(),
                checked ? stamp.checker().name() : null, checked ? stamp.checker().version() : null);
    }

    private static List<Finding> stampFindings(StampReport stamp) {
        Findings found = new Findings(1);
        StampVerdict verdict = StampVerdict.valueOf(stamp.verdict().toUpperCase(Locale.ROOT));
        int line = stamp.line() == null ? 1 : stamp.line();
        switch (verdict) {
            case MATCHES -> {
                return List.of();
            }
            case DIFFERS -> found.warning("stamp-differs", line, "Stamp", verdict.message());
            case NO_STAMP -> found.warning("stamp-missing", line, "Stamp", verdict.message());
            case MATCHES_WITH_CRLF, MATCHES_WITH_LF -> found.info("stamp-line-ends", line, "Stamp", verdict.message());
            default -> found.info("stamp-byte-order-mark", line, "Stamp", verdict.message());
        }
        return found.toList();
    }

    private static Coverage coverage(CoverageReport report) {
        return new Coverage(Score.of(report.reproduced(), report.total() + report.surplus()), report.elements(),
                report.attributes(), report.texts(), report.typed(), report.reproduced() - report.typed(),
                report.surplus(), report.kinds(),
                report.unknown().stream().map(TrustReporter::notRepresented).toList(), report.differences());
    }

    /** Of a file that is not stored nothing can be rebuilt. */
    private static Coverage nothing(CoverageReport report) {
        return new Coverage(Score.of(0, report.total()), report.elements(), report.attributes(), report.texts(), 0, 0,
                0, List.of(), List.of(), List.of());
    }

    private static NotRepresented notRepresented(ExtraNode node) {
        return new NotRepresented(node.kind().name().toLowerCase(Locale.ROOT), node.path(), node.line(), size(node));
    }

    private static int size(ExtraNode node) {
        return 1 + node.content().stream().mapToInt(TrustReporter::size).sum();
    }

    private TrustReport report(StampReport stamp) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String severity : List.of("error", "warning", "info")) {
            counts.put(severity, (int) findings.stream().filter(each -> severity.equals(each.severity())).count());
        }
        int reproduced = 0;
        int total = 0;
        for (FileReport file : files) {
            reproduced += file.coverage().score().reproduced();
            total += file.coverage().score().total();
        }
        return new TrustReport(stored.version().label(), Score.of(reproduced, total), stamp, counts,
                List.copyOf(findings), List.copyOf(files));
    }
}
