package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Entries by raw number; entries for numbers the field cannot hold do not count, the first of equal ones does. */
final class ValueTable<T> {

    private final RawNumber number;
    private final long[] keys;
    private final List<T> entries;

    ValueTable(List<T> entries, Function<T, BigDecimal> value, RawNumber number) {
        this.number = number;
        TreeMap<Long, T> sorted = new TreeMap<>();
        for (T entry : entries) {
            if (number.holds(value.apply(entry))) {
                sorted.putIfAbsent(number.order(number.rawOf(value.apply(entry))), entry);
            }
        }
        this.keys = sorted.keySet().stream().mapToLong(Long::longValue).toArray();
        this.entries = List.copyOf(sorted.values());
    }

    /** The entry of a raw number, null if it has none. */
    T find(long raw) {
        if (keys.length == 0) {
            return null;
        }
        int index = Arrays.binarySearch(keys, number.order(raw));
        return index < 0 ? null : entries.get(index);
    }

    List<T> entries() {
        return entries;
    }
}
