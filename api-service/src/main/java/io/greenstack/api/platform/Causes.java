package io.greenstack.api.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What lies behind a failure, outermost first. The failure of a commit hangs on the transaction's as one that it suppressed. */
final class Causes {

    private static final int MOST = 24;

    private Causes() {}

    static List<Throwable> of(Throwable thrown) {
        List<Throwable> found = new ArrayList<>();
        add(thrown, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    private static void add(Throwable thrown, List<Throwable> found, Set<Throwable> known) {
        if (thrown == null || found.size() == MOST || !known.add(thrown)) {
            return;
        }
        found.add(thrown);
        add(thrown.getCause(), found, known);
        for (Throwable suppressed : thrown.getSuppressed()) {
            add(suppressed, found, known);
        }
    }
}
