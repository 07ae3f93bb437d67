package io.greenstack.loadtest.check;

import java.util.List;
import java.util.stream.Collectors;

/** A report for people. */
public final class MarkdownReport {

    private static final int MOST_NUMBERS = 200;

    private MarkdownReport() {}

    /** All of a report. */
    public static String of(CheckReport report) {
        StringBuilder text = new StringBuilder("# Ledger check: ").append(report.passed() ? "passed" : "FAILED")
                .append("\n\n").append(report.devices()).append(" devices, ").append(report.sent())
                .append(" messages sent, ").append(report.acknowledged()).append(" acknowledged.\n\n");
        if (report.findings().isEmpty()) {
            text.append("Nothing is missing, doubled, out of order or unknown.\n");
        } else {
            text.append("| store | device | kind | missing | doubled | out of order | unknown |\n"
                    + "|---|---|---|---|---|---|---|\n");
            for (Finding finding : report.findings()) {
                text.append("| ").append(String.join(" | ", finding.store(), finding.device(), finding.kind(),
                        numbers(finding.missing()), numbers(finding.doubled()), numbers(finding.outOfOrder()),
                        numbers(finding.unknown()))).append(" |\n");
            }
        }
        if (!report.deadLetters().isEmpty()) {
            text.append("\n| dead letter of | topic | reason | detail |\n|---|---|---|---|\n");
            report.deadLetters().stream().limit(MOST_NUMBERS).forEach(letter -> text.append("| ").append(String.join(
                    " | ", letter.service(), cell(letter.topic()), cell(letter.reason()), cell(letter.detail())))
                    .append(" |\n"));
        }
        if (!report.services().isEmpty()) {
            text.append("\n| service | received | written | dead-lettered | dropped QoS 0 | requeued | in flight |"
                    + " adds up |\n|---|---|---|---|---|---|---|---|\n");
            for (ServiceLedger ledger : report.services()) {
                text.append("| ").append(ledger.service()).append(" | ").append(ledger.received()).append(" | ")
                        .append(ledger.written()).append(" | ").append(ledger.deadLettered()).append(" | ")
                        .append(ledger.droppedQos0()).append(" | ").append(ledger.requeued()).append(" | ")
                        .append(ledger.inFlight()).append(" | ").append(ledger.balanced() ? "yes" : "NO")
                        .append(" |\n");
            }
            for (ServiceLedger ledger : report.services()) {
                ledger.open().forEach(open -> text.append("\n- ").append(ledger.service()).append(": ").append(open));
            }
        }
        return text.append('\n').toString();
    }

    /** One cell of a table, whatever a stranger wrote into it. */
    private static String cell(String text) {
        return text == null ? "" : text.replace("|", "\\|").replaceAll("\\p{Cntrl}", " ");
    }

    private static String numbers(List<Integer> numbers) {
        String text = numbers.stream().limit(MOST_NUMBERS).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() <= MOST_NUMBERS ? text : text + " and " + (numbers.size() - MOST_NUMBERS) + " more";
    }
}
