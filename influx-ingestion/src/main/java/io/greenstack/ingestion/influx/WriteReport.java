package io.greenstack.ingestion.influx;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.edge.intake.PauseException;

/** What became of the points of a batch. A point that is neither stored nor refused has to be written again. */
final class WriteReport {

    private final BitSet stored = new BitSet();
    private final Map<Integer, String> refused = new LinkedHashMap<>();
    private final Map<Integer, List<String>> partly = new LinkedHashMap<>();
    private PauseException pause;

    void stored(int from, int to) {
        stored.set(from, to);
    }

    void refused(int line, String detail) {
        stored.clear(line);
        refused.put(line, detail);
    }

    /** The point is stored but for a field. */
    void partly(int line, String detail) {
        partly.computeIfAbsent(line, key -> new ArrayList<>(1)).add(detail);
    }

    /** What the store said about refused fields of points that are stored else. */
    public Map<Integer, List<String>> partly() {
        return Collections.unmodifiableMap(partly);
    }

    void interruptedBy(PauseException reason) {
        pause = reason;
    }

    /** Whether the store has the point. */
    public boolean isStored(int line) {
        return stored.get(line);
    }

    /** The refused points and what the store said about each. */
    public Map<Integer, String> refused() {
        return Collections.unmodifiableMap(refused);
    }

    /** Why writing stopped before the end, or null. */
    public PauseException pause() {
        return pause;
    }
}
