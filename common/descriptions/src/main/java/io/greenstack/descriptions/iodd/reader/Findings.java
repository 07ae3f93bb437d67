package io.greenstack.descriptions.iodd.reader;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.Severity;

/** Collects findings, at most as many as the limits allow. Not thread-safe. */
public final class Findings {

    private static final int MAX_MESSAGE = 400;

    private final List<Finding> list = new ArrayList<>();
    private final int limit;
    private int left;

    /** Collects up to a number of findings; the others are only counted. */
    public Findings(int limit) {
        this.limit = limit;
    }

    /** Part of the file could not be used. */
    public void error(String code, int line, String path, String message) {
        add(new Finding(Severity.ERROR, code, line, path, message));
    }

    /** Against the specification, but understood. */
    public void warning(String code, int line, String path, String message) {
        add(new Finding(Severity.WARNING, code, line, path, message));
    }

    /** Worth knowing. */
    public void info(String code, int line, String path, String message) {
        add(new Finding(Severity.INFO, code, line, path, message));
    }

    private void add(Finding finding) {
        if (list.size() < limit) {
            list.add(finding.message().length() <= MAX_MESSAGE
                    ? finding
                    : new Finding(finding.severity(), finding.code(), finding.line(), finding.path(),
                            finding.message().substring(0, MAX_MESSAGE) + "..."));
        } else {
            left++;
        }
    }

    /** The findings so far; a last one tells how many were left out. */
    public List<Finding> toList() {
        List<Finding> all = new ArrayList<>(list);
        if (left > 0) {
            all.add(new Finding(Severity.WARNING, "more-findings", 0, "", left + " more findings are not listed"));
        }
        return List.copyOf(all);
    }
}
