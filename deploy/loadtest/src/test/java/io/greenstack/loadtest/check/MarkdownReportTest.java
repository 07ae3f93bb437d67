package io.greenstack.loadtest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    private static final ServiceLedger SETTLED = new ServiceLedger("bridge", 10, 10, 0, 0, 0, 0);

    @Test
    void nothingWrongIsPassed() {
        CheckReport report = new CheckReport(2, 10, 10, List.of(), List.of(), List.of(SETTLED));

        assertThat(report.passed()).isTrue();
        assertThat(MarkdownReport.of(report)).contains("# Ledger check: passed").contains("Nothing is missing")
                .contains("| bridge | 10 | 10 | 0 | 0 | 0 | 0 | yes |").doesNotContain("- bridge:");
    }

    @Test
    void whatAServiceHasNotStoredIsSaid() {
        CheckReport report = new CheckReport(2, 10, 10, List.of(), List.of(),
                List.of(SETTLED, new ServiceLedger("ingestion", 10, 5, 1, 0, 0, 3)));

        assertThat(report.passed()).isFalse();
        assertThat(MarkdownReport.of(report)).contains("# Ledger check: FAILED")
                .contains("- ingestion: its figures do not add up").contains("- ingestion: dead letters: 1")
                .contains("- ingestion: not stored yet: 3").doesNotContain("- bridge:");
    }

    @Test
    void aDeadLetterStaysInItsRow() {
        DeadLettered letter = new DeadLettered("bridge", "1-0", "d", "devices/d/a|b", "not-json", "line\none | two");

        String report = MarkdownReport.of(new CheckReport(1, 1, 1, List.of(), List.of(letter), List.of()));

        assertThat(report).contains("| bridge | devices/d/a\\|b | not-json | line one \\| two |\n");
    }
}
