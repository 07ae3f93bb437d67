package io.greenstack.descriptions.iodd.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.greenstack.descriptions.iodd.compare.IoddComparer.IoddComparison.AreaChanges;
import io.greenstack.descriptions.iodd.compare.IoddComparer.IoddComparison.Change;

/** Walks two trees at once and notes where they differ, by area. */
final class Differences {

    static final int MAX_CHANGES = 500;

    /** Areas by the element that begins them; the longest one that fits counts. */
    private static final Map<String, String> AREAS = Map.ofEntries(Map.entry("DocumentInfo", "identity"),
            Map.entry("ProfileHeader", "identity"), Map.entry("DeviceIdentity", "identity"),
            Map.entry("DeviceVariantCollection", "variants"), Map.entry("Features", "features"),
            Map.entry("DatatypeCollection", "datatypes"), Map.entry("VariableCollection", "parameters"),
            Map.entry("ProcessDataCollection", "process_data"), Map.entry("ErrorTypeCollection", "errors"),
            Map.entry("EventCollection", "events"), Map.entry("ProcessDataRefCollection", "process_data"),
            Map.entry("UserInterface", "menus"), Map.entry("CommNetworkProfile", "communication"),
            Map.entry("ExternalTextCollection", "texts"));
    private static final List<String> ORDER = List.of("identity", "variants", "features", "parameters", "datatypes",
            "process_data", "events", "errors", "menus", "communication", "texts", "other");

    private final Map<String, Counter> areas = new LinkedHashMap<>();

    private Differences() {
        ORDER.forEach(area -> areas.put(area, new Counter()));
    }

    static List<AreaChanges> of(ComparisonTree from, ComparisonTree to) {
        Differences differences = new Differences();
        differences.compare(from, to, "", "other");
        return differences.areas.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getValue().toChanges(entry.getKey())).toList();
    }

    private void compare(ComparisonTree from, ComparisonTree to, String path, String area) {
        for (String name : union(from.values(), to.values())) {
            String before = from.values().get(name);
            String after = to.values().get(name);
            if (!Objects.equals(before, after)) {
                note(area, kind(before, after), path + name, before, after);
            }
        }
        for (String name : union(from.children(), to.children())) {
            ComparisonTree before = from.children().get(name);
            ComparisonTree after = to.children().get(name);
            String inner = AREAS.getOrDefault(name, area);
            if (before == null) {
                note(inner, "added", path + name, null, after.summary());
            } else if (after == null) {
                note(inner, "removed", path + name, before.summary(), null);
            } else {
                compare(before, after, path + name + "/", inner);
            }
        }
        compareOrder(from, to, path, area);
    }

    private void compareOrder(ComparisonTree from, ComparisonTree to, String path, String area) {
        List<String> before = common(from, to);
        List<String> after = common(to, from);
        if (!before.equals(after) && !"texts".equals(area)) {
            note(area, "changed", path + "order()", String.join(" ", before), String.join(" ", after));
        }
    }

    private static List<String> common(ComparisonTree of, ComparisonTree with) {
        return of.children().keySet().stream().filter(with.children()::containsKey).toList();
    }

    private static <V> Set<String> union(Map<String, V> one, Map<String, V> other) {
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private static String kind(String before, String after) {
        if (before == null) {
            return "added";
        }
        return after == null ? "removed" : "changed";
    }

    private void note(String area, String kind, String path, String before, String after) {
        areas.get(area).add(new Change(kind, path, before, after));
    }

    /** The changes of an area. */
    private static final class Counter {

        private final List<Change> changes = new ArrayList<>();
        private final Map<String, Integer> counts = new LinkedHashMap<>();

        private void add(Change change) {
            counts.merge(change.change(), 1, Integer::sum);
            if (changes.size() < MAX_CHANGES) {
                changes.add(change);
            }
        }

        private boolean isEmpty() {
            return counts.isEmpty();
        }

        private AreaChanges toChanges(String area) {
            return new AreaChanges(area, counts.getOrDefault("added", 0), counts.getOrDefault("removed", 0),
                    counts.getOrDefault("changed", 0), List.copyOf(changes));
        }
    }
}
