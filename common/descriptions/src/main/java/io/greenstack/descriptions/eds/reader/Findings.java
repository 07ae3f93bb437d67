package io.greenstack.descriptions.eds.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.greenstack.descriptions.eds.model.Finding;
import io.greenstack.descriptions.eds.model.Finding.Severity;
import io.greenstack.descriptions.eds.model.FindingCode;

/** Collects findings up to a limit. Not thread-safe. */
public final class Findings {

    private final int limit;
    private final List<Finding> list = new ArrayList<>();
    private int dropped;

    /** Collects up to {@code limit} findings. */
    public Findings(int limit) {
        this.limit = limit;
    }

    /** Adds one. */
    public void add(Severity severity, String code, String section, String entry, int line, int column,
            String message) {
        add(new Finding(severity, code, section, entry, line, column, message));
    }

    /** Adds one. */
    public void add(Finding finding) {
        if (list.size() < limit) {
            list.add(finding);
        } else {
            dropped++;
        }
    }

    /** All in line order, with a last one that counts those that were too many. */
    public List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(list);
        sorted.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        if (dropped > 0) {
            sorted.add(new Finding(Severity.INFO, FindingCode.TOO_MANY_FINDINGS, null, null, 0, 0,
                    dropped + " further findings are not listed"));
        }
        return List.copyOf(sorted);
    }
}
