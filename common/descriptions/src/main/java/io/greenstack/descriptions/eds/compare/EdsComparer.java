package io.greenstack.descriptions.eds.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.compare.Consequence;
import io.greenstack.descriptions.compare.LayoutConsequences;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.eds.compare.EdsComparer.EdsComparison.AreaChanges;
import io.greenstack.descriptions.eds.compare.EdsComparer.EdsComparison.AssemblyConsequences;
import io.greenstack.descriptions.eds.compare.EdsComparer.EdsComparison.Change;
import io.greenstack.descriptions.eds.compare.EdsComparer.EdsComparison.Compared;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsDevice;
import io.greenstack.descriptions.eds.model.EdsFile;

/** Compares EDS files: entry by entry, and the layouts of their assemblies field by field. */
public final class EdsComparer {

    private static final int MAX_CHANGES = 500;

    private EdsComparer() {}

    /** How a file differs from another. */
    public static EdsComparison compare(long fromId, EdsFile from, long toId, EdsFile to) {
        var before = EdsFacts.of(from);
        var after = EdsFacts.of(to);
        List<AreaChanges> areas = new ArrayList<>();
        for (String area : union(before, after)) {
            List<Change> changes = changes(before.getOrDefault(area, Map.of()), after.getOrDefault(area, Map.of()));
            if (!changes.isEmpty()) {
                areas.add(new AreaChanges(area, count(changes, "added"), count(changes, "removed"),
                        count(changes, "changed"), changes.stream().limit(MAX_CHANGES).toList()));
            }
        }
        return new EdsComparison(compared(fromId, from), compared(toId, to), areas.isEmpty(), areas,
                consequences(from, to));
    }

    private static Compared compared(long id, EdsFile file) {
        EdsDevice device = file.device();
        return new Compared(id, device.vendorCode(), device.productCode(), device.productName(),
                device.revision() == null ? null : device.revision().toString());
    }

    private static List<Change> changes(Map<String, Map<String, String>> before,
            Map<String, Map<String, String>> after) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : union(before, after)) {
            Map<String, String> old = before.get(keyword);
            Map<String, String> now = after.get(keyword);
            if (old == null) {
                changes.add(new Change("added", keyword, null, null, now.get("name"),
                        title(keyword, now) + " is new."));
            } else if (now == null) {
                changes.add(new Change("removed", keyword, null, old.get("name"), null,
                        title(keyword, old) + " is gone."));
            } else {
                attributes(keyword, old, now, changes);
            }
        }
        return changes;
    }

    private static void attributes(String keyword, Map<String, String> old, Map<String, String> now,
            List<Change> changes) {
        for (String attribute : union(old, now)) {
            String was = old.get(attribute);
            String is = now.get(attribute);
            if (!Objects.equals(was, is)) {
                String message = title(keyword, now) + ": " + attribute + (was == null
                        ? " is now '" + is + "'; there was none."
                        : is == null ? " '" + was + "' is gone." : " changes from '" + was + "' to '" + is + "'.");
                changes.add(new Change("changed", keyword, attribute, was, is, message));
            }
        }
    }

    private static String title(String keyword, Map<String, String> facts) {
        return facts.containsKey("name") ? keyword + " (" + facts.get("name") + ")" : keyword;
    }

    private static List<AssemblyConsequences> consequences(EdsFile from, EdsFile to) {
        List<AssemblyConsequences> all = new ArrayList<>();
        EdsLayoutCompiler before = new EdsLayoutCompiler(from);
        EdsLayoutCompiler after = new EdsLayoutCompiler(to);
        Set<String> keywords = new LinkedHashSet<>();
        from.assemblies().stream().map(EdsAssembly::keyword).forEach(keywords::add);
        to.assemblies().stream().map(EdsAssembly::keyword).forEach(keywords::add);
        for (String keyword : keywords) {
            List<Consequence> found = LayoutConsequences.of(layout(before, keyword), layout(after, keyword)).stream()
                    .map(EdsComparer::undirected).toList();
            if (!found.isEmpty()) {
                all.add(new AssemblyConsequences(keyword, found));
            }
        }
        return all;
    }

    private static ProcessDataLayout layout(EdsLayoutCompiler compiler, String keyword) {
        return compiler.assembly(keyword, keyword, Direction.IN, null).map(compiled -> compiled.layout())
                .orElseGet(() -> new ProcessDataLayout(keyword, EdsFormat.KIND, "", List.of(), List.of(),
                        List.of()));
    }

    /** An assembly has no direction of its own. */
    private static Consequence undirected(Consequence one) {
        return new Consequence(one.kind(), null, one.field(), one.oldValue(), one.newValue(), one.message());
    }

    private static int count(List<Change> changes, String kind) {
        return (int) changes.stream().filter(change -> change.change().equals(kind)).count();
    }

    private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new LinkedHashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    /**
     * How one EDS differs from another.
     *
     * @param from the one compared with, usually the older revision
     * @param to the other one
     * @param identical true if both say the same; comments and layout of the files may differ all the same
     * @param areas what was added, removed and changed, by area; areas without changes are left out
     * @param consequences what it means for decoded values, by assembly
     */
    public record EdsComparison(Compared from, Compared to, boolean identical, List<AreaChanges> areas,
            List<AssemblyConsequences> consequences) {

        /** A file that was compared. */
        public record Compared(long id, Integer vendorCode, Long productCode, String productName,
                String revision) implements Sparse {}

        /**
         * The changes of an area.
         *
         * @param area {@code identity}, {@code parameters}, {@code enums}, {@code groups}, {@code assemblies},
         *        {@code connections} or {@code capacity}
         */
        public record AreaChanges(String area, int added, int removed, int changed, List<Change> changes) {}

        /**
         * A single change.
         *
         * @param change {@code added}, {@code removed} or {@code changed}
         * @param entry keyword of the entry
         * @param attribute what of it changed, absent if the whole entry was added or removed
         * @param message the change in a sentence
         */
        public record Change(String change, String entry, String attribute, String oldValue, String newValue,
                String message) implements Sparse {}

        /** What changes for the decoded values of an assembly. */
        public record AssemblyConsequences(String assembly, List<Consequence> consequences) {}
    }
}
