package io.greenstack.descriptions.eds.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.FindingCode;

/** Collects findings up to a limit. Not thread-safe. */
final class EdsFindings {

    private final int limit;
    private final List<EdsFinding> list = new ArrayList<>();
    private int dropped;

    /** Collects up to {@code limit} findings. */
    public EdsFindings(int limit) {
        this.limit = limit;
    }

    /** Adds one. */
    public void add(Severity severity, String code, String section, String entry, int line, int column,
            String message) {
        add(new EdsFinding(severity, code, section, entry, line, column, message));
    }

    /** Adds one. */
    public void add(EdsFinding finding) {
        if (list.size() < limit) {
            list.add(finding);
        } else {
            dropped++;
        }
    }

    /** All in line order, with a last one that counts those that were too many. */
    public List<EdsFinding> sorted() {
        List<EdsFinding> sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparingInt(EdsFinding::line).thenComparingInt(EdsFinding::column));
        if (dropped > 0) {
            sorted.add(new EdsFinding(Severity.INFO, FindingCode.TOO_MANY_FINDINGS, null, null, 0, 0,
                    dropped + " further findings are not listed"));
        }
        return List.copyOf(sorted);
    }
}
