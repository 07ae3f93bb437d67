package io.greenstack.loadtest.check;

import java.util.List;

/**
 * What is wrong with one device and kind in one store.
 *
 * @param store {@code history}, {@code live}, {@code registry}, {@code twin}, {@code twin history}, {@code events} or {@code active
 *        events}
 * @param device device id
 * @param kind label of the message kind
 * @param missing acknowledged numbers that are not there
 * @param doubled numbers that are there more than once
 * @param outOfOrder numbers that come after a larger one
 * @param unknown numbers that were never sent
 */
public record Finding(String store, String device, String kind, List<Integer> missing, List<Integer> doubled,
        List<Integer> outOfOrder, List<Integer> unknown) {

    public Finding {
        missing = List.copyOf(missing);
        doubled = List.copyOf(doubled);
        outOfOrder = List.copyOf(outOfOrder);
        unknown = List.copyOf(unknown);
    }

    boolean clean() {
        return missing.isEmpty() && doubled.isEmpty() && outOfOrder.isEmpty() && unknown.isEmpty();
    }
}
