package io.greenstack.descriptions.iodd.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.greenstack.descriptions.iodd.trust.NodeList.Node;

/**
 * Compares the nodes of a file with those rebuilt from its model. A node is reproduced if it is there with the same value
 * and after the nodes it came after.
 */
final class NodeComparison {

    private final List<CoverageReport.Difference> differences = new ArrayList<>();
    private final Map<String, int[]> kinds = new TreeMap<>();
    private int reproduced;
    private int typed;
    private int surplus;

    private NodeComparison() {}

    static NodeComparison of(List<Node> original, List<Node> rebuilt) {
        NodeComparison comparison = new NodeComparison();
        int same = 0;
        while (same < original.size() && same < rebuilt.size() && original.get(same).isSame(rebuilt.get(same))) {
            comparison.count(original.get(same), rebuilt.get(same));
            same++;
        }
        comparison.compareRest(original, rebuilt, same);
        return comparison;
    }

    private void compareRest(List<Node> original, List<Node> rebuilt, int same) {
        Map<String, Integer> rest = new HashMap<>();
        for (int i = same; i < rebuilt.size(); i++) {
            rest.put(rebuilt.get(i).path(), i);
        }
        int last = -1;
        for (Node node : original.subList(same, original.size())) {
            Integer at = rest.remove(node.path());
            Node twin = at == null ? null : rebuilt.get(at);
            boolean moved = at != null && at < last;
            if (twin != null && twin.isSame(node) && !moved) {
                count(node, twin);
            } else {
                count(node, null);
                add(new CoverageReport.Difference(node.path(), node.line(), node.value(),
                        twin == null ? null : twin.value()));
            }
            last = at == null ? last : Math.max(last, at);
        }
        rest.values().stream().sorted().map(rebuilt::get).forEach(node -> {
            surplus++;
            add(new CoverageReport.Difference(node.path(), node.line(), null, node.value()));
        });
    }

    private void count(Node node, Node twin) {
        int[] counts = kinds.computeIfAbsent(node.name(), name -> new int[3]);
        counts[0]++;
        if (twin != null) {
            reproduced++;
            counts[1]++;
            if (twin.typed()) {
                typed++;
                counts[2]++;
            }
        }
    }

    private void add(CoverageReport.Difference difference) {
        if (differences.size() < CoverageReport.MAX_DIFFERENCES) {
            differences.add(difference);
        }
    }

    int reproduced() {
        return reproduced;
    }

    int typed() {
        return typed;
    }

    int surplus() {
        return surplus;
    }

    List<CoverageReport.Difference> differences() {
        return differences;
    }

    List<CoverageReport.NodeKind> kinds() {
        return kinds.entrySet().stream().map(entry -> new CoverageReport.NodeKind(entry.getKey(), entry.getValue()[0],
                entry.getValue()[1], entry.getValue()[2])).toList();
    }
}
