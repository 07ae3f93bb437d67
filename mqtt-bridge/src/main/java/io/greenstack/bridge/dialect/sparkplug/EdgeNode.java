package io.greenstack.bridge.dialect.sparkplug;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is known of an edge node in its present session. Not thread-safe. */
final class EdgeNode {

    /** Sequence numbers go from 0 to 255 and begin anew (Sparkplug 3.0, 6.4.6). */
    private static final int SEQUENCES = 256;

    /** What a birth certificate says of a metric; messages after it may leave that out. */
    record Definition(String name, int datatype, String unit) {}

    private static final class Table {
        private final Map<Long, Definition> byAlias = new HashMap<>();
        private final Map<String, Definition> byName = new HashMap<>();
    }

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private Long birthDeathSequence;
    private int expected = -1;
    private Instant rebirthAskedAt = Instant.MIN;

    /** Whether its birth certificate is known. */
    boolean born() {
        return tables.containsKey("");
    }

    /** Begins a session. */
    void birth(SparkplugPayload birth) {
        tables.clear();
        birthDeathSequence = birthDeathSequence(birth);
        define("", birth);
    }

    /** Takes the definitions of a birth certificate; the node's own are those of the empty device. */
    void define(String device, SparkplugPayload birth) {
        Table table = new Table();
        for (SparkplugMetric metric : birth.metrics()) {
            if (metric.name() != null) {
                Definition definition = new Definition(metric.name(), metric.datatype(), metric.unit());
                table.byName.put(metric.name(), definition);
                if (metric.alias() != null) {
                    table.byAlias.put(metric.alias(), definition);
                }
            }
        }
        tables.put(device, table);
    }

    /** The definition of a metric, null if its alias is not known. */
    Definition definition(String device, SparkplugMetric metric) {
        Table table = tables.get(device);
        if (metric.name() != null && !metric.name().isEmpty()) {
            Definition known = table == null ? null : table.byName.get(metric.name());
            return known == null ? new Definition(metric.name(), metric.datatype(), metric.unit()) : known;
        }
        return table == null || metric.alias() == null ? null : table.byAlias.get(metric.alias());
    }

    /** Notes a sequence number; false if messages before it are missing. */
    boolean follows(Long seq, boolean duplicate) {
        if (seq == null) {
            return true;
        }
        int number = (int) Math.floorMod(seq, SEQUENCES);
        boolean gap = expected >= 0 && number != expected && !duplicate;
        expected = (number + 1) % SEQUENCES;
        return !gap;
    }

    /** Whether a death certificate belongs to this session and not to one before it. */
    boolean endedBy(SparkplugPayload death) {
        Long sequence = birthDeathSequence(death);
        return birthDeathSequence == null || sequence == null || birthDeathSequence.equals(sequence);
    }

    /** The devices that were born in this session. */
    Set<String> devices() {
        return tables.keySet();
    }

    /** Whether to ask for a rebirth now; notes that it was asked. */
    boolean mayAsk(Instant now, Duration interval) {
        if (rebirthAskedAt != Instant.MIN && now.isBefore(rebirthAskedAt.plus(interval))) {
            return false;
        }
        rebirthAskedAt = now;
        return true;
    }

    private static Long birthDeathSequence(SparkplugPayload payload) {
        for (SparkplugMetric metric : payload.metrics()) {
            if (SparkplugDialect.BIRTH_DEATH_SEQUENCE.equals(metric.name()) && metric.value() instanceof Long number) {
                return number;
            }
        }
        return null;
    }
}
