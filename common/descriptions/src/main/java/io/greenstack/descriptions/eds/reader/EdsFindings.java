package io.greenstack.descriptions.eds.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.greenstack.descriptions.eds.model.EdsFinding;
import io.greenstack.descriptions.eds.model.EdsFinding.Severity;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsReference;
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

    /** Adds one if the file has not what an entry refers to. */
    void reference(EdsIndex index, EdsReference reference, String section, String entry, int line) {
        if (!index.resolves(reference)) {
            add(Severity.ERROR, FindingCode.DANGLING_REFERENCE, section, entry, line, 0,
                    reference.entryKeyword() + " does not exist");
        } else if (reference.kind() == EdsReference.Kind.UNKNOWN) {
            add(Severity.WARN, FindingCode.BAD_REFERENCE, section, entry, line, 0,
                    "\"" + reference.text() + "\" is no reference");
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
