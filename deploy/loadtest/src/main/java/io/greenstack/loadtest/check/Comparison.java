package io.greenstack.loadtest.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.greenstack.loadtest.generator.SentSeries;

/** Compares what a device sent with what a store holds. */
final class Comparison {

    private Comparison() {}

    /**
     * A store that keeps every message.
     *
     * @param stored numbers in the order of the store
     */
    static Finding complete(String store, String device, String kind, SentSeries sent, List<Integer> stored) {
        return compare(store, device, kind, sent, stored, 0);
    }

    /**
     * A store that keeps only the newest messages: what it holds must be in order, and the newest must be there.
     *
     * @param stored numbers in the order of the store, oldest first
     */
    static Finding newest(String store, String device, String kind, SentSeries sent, List<Integer> stored) {
        return compare(store, device, kind, sent, stored, Math.max(sent.lastAcknowledged(), 0));
    }

    private static Finding compare(String store, String device, String kind, SentSeries sent, List<Integer> stored,
            int requiredFrom) {
        BitSet seen = new BitSet();
        List<Integer> doubled = new ArrayList<>();
        List<Integer> outOfOrder = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        int largest = -1;
        for (int number : stored) {
            if (number < 0 || number >= sent.sent()) {
                unknown.add(number);
            } else if (seen.get(number)) {
                doubled.add(number);
            } else {
                seen.set(number);
                if (number < largest) {
                    outOfOrder.add(number);
                }
                largest = Math.max(largest, number);
            }
        }
        BitSet missing = new BitSet();
        missing.set(requiredFrom, Math.max(requiredFrom, sent.sent()));
        missing.andNot(seen);
        sent.unacknowledged().forEach(missing::clear);
        return new Finding(store, device, kind, missing.stream().boxed().toList(), doubled, outOfOrder, unknown);
    }
}
