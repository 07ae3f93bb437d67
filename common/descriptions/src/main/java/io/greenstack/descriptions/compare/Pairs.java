package io.greenstack.descriptions.compare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Which elements of one list are which of another. Rules are tried one after the other, the surest first, each on what the
 * ones before left over.
 *
 * @param <T> type of the elements
 * @param both pairs
 * @param onlyFrom elements of the first list that have no counterpart
 * @param onlyTo elements of the second list that have none
 */
record Pairs<T>(Map<T, T> both, List<T> onlyFrom, List<T> onlyTo) {

    static <T> Pairs<T> of(List<T> from, List<T> to, List<BiPredicate<T, T>> rules) {
        Map<T, T> found = new LinkedHashMap<>();
        List<T> onlyFrom = new ArrayList<>(from);
        List<T> onlyTo = new ArrayList<>(to);
        for (BiPredicate<T, T> rule : rules) {
            for (Iterator<T> left = onlyFrom.iterator(); left.hasNext();) {
                T one = left.next();
                T other = onlyTo.stream().filter(candidate -> rule.test(one, candidate)).findFirst().orElse(null);
                if (other != null) {
                    found.put(one, other);
                    left.remove();
                    onlyTo.remove(other);
                }
            }
        }
        Map<T, T> both = new LinkedHashMap<>();
        from.stream().filter(found::containsKey).forEach(one -> both.put(one, found.get(one)));
        return new Pairs<>(both, onlyFrom, onlyTo);
    }
}
