package io.greenstack.descriptions.eds.view;

import java.util.List;

import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;

/**
 * What is questionable in a file.
 *
 * @param summary counts
 * @param diagnostics findings in the order of their lines
 */
public record DiagnosticsView(Summary summary, List<DiagnosticView> diagnostics) {

    /** Counts by severity; a file with fatal errors is not stored, so that their number is 0. */
    public record Summary(long infoCount, long warnCount, long errorCount, long fatalCount, boolean hasIssues,
            String productName, int totalDiagnostics) {}

    /** A finding; line and column from 1, absent where it concerns the whole file. */
    public record DiagnosticView(Severity severity, String code, String message, String section, String context,
            Integer line, Integer column) implements Sparse {}

    /** The view of findings. */
    public static DiagnosticsView of(String productName, List<EdsFinding> findings) {
        long warnings = count(findings, Severity.WARN);
        long errors = count(findings, Severity.ERROR);
        return new DiagnosticsView(
                new Summary(count(findings, Severity.INFO), warnings, errors, 0, warnings + errors > 0, productName,
                        findings.size()),
                findings.stream().map(finding -> new DiagnosticView(finding.severity(), finding.code(),
                        finding.message(), finding.section(), finding.entry(), place(finding.line()),
                        place(finding.column()))).toList());
    }

    private static long count(List<EdsFinding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    private static Integer place(int number) {
        return number == 0 ? null : (Integer) number;
    }
}
