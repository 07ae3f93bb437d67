package io.greenstack.api.iodd.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

import io.greenstack.api.iodd.model.ExternalTextDocument;
import io.greenstack.api.iodd.model.ExtraNode;
import io.greenstack.api.iodd.model.IoDevice;
import io.greenstack.api.iodd.model.IoddNode;
import io.greenstack.api.iodd.model.shape.IoddShapes;
import io.greenstack.api.iodd.model.shape.NodeWalker;
import io.greenstack.api.iodd.model.shape.Shape;
import io.greenstack.api.iodd.model.shape.TextShapes;
import io.greenstack.api.iodd.model.xml.NodeXml;
import io.greenstack.api.iodd.model.xml.XmlSink;
import io.greenstack.api.iodd.reader.IoddException;
import io.greenstack.api.iodd.reader.IoddLimits;
import io.greenstack.api.iodd.reader.XmlEvents;

/**
 * Proves what of a file its model holds: the file is rebuilt from the model alone and compared with the original, node by
 * node. Comments, blanks between elements and the spelling of line ends and quotes are no nodes.
 */
public final class CoverageProof {

    private CoverageProof() {}

    /**
     * Compares a main file with its model.
     *
     * @throws IoddException if the file cannot be read
     */
    public static CoverageReport of(byte[] file, IoDevice device, IoddLimits limits) throws IoddException {
        return compare(file, limits, sink -> NodeXml.write(device, sink),
                unknown("IODevice", device, IoddShapes.IO_DEVICE));
    }

    /**
     * Compares a language file with its model.
     *
     * @throws IoddException if the file cannot be read
     */
    public static CoverageReport of(byte[] file, ExternalTextDocument document, IoddLimits limits)
            throws IoddException {
        return compare(file, limits, sink -> NodeXml.write(document, sink),
                unknown("ExternalTextDocument", document, TextShapes.EXTERNAL_TEXT_DOCUMENT));
    }

    private static <T extends IoddNode> List<ExtraNode> unknown(String name, T node, Shape<T> shape) {
        List<ExtraNode> unknown = new ArrayList<>();
        new NodeWalker(visited -> {
            unknown.addAll(visited.source().extra());
            return true;
        }).walk(name, node, shape);
        return unknown;
    }

    private static CoverageReport compare(byte[] file, IoddLimits limits, Consumer<XmlSink> model,
            List<ExtraNode> unknown) throws IoddException {
        NodeList original = new NodeList();
        XmlEvents.read(file, limits, new XmlEvents.Handler() {
            @Override
            public void start(String name, SortedMap<String, String> attributes, int line) {
                original.start(name, attributes, line);
            }

            @Override
            public void text(String text) {
                original.text(text);
            }

            @Override
            public void end() {
                original.end();
            }
        });
        NodeList rebuilt = new NodeList();
        model.accept(rebuilt);
        List<CoverageReport.Difference> differences = new ArrayList<>();
        int reproduced = differences(original.nodes(), rebuilt.nodes(), differences);
        int kept = unknown.stream().mapToInt(CoverageProof::size).sum();
        return new CoverageReport(original.count(NodeList.Kind.ELEMENT), original.count(NodeList.Kind.ATTRIBUTE),
                original.count(NodeList.Kind.TEXT), reproduced, Math.max(0, reproduced - kept), differences, unknown);
    }

    private static int size(ExtraNode node) {
        return 1 + node.content().stream().mapToInt(CoverageProof::size).sum();
    }

    /** Counts the nodes that are the same at the same place, and lists the others. */
    private static int differences(List<NodeList.Node> original, List<NodeList.Node> rebuilt,
            List<CoverageReport.Difference> differences) {
        int same = 0;
        while (same < original.size() && same < rebuilt.size() && original.get(same).isSame(rebuilt.get(same))) {
            same++;
        }
        Map<String, NodeList.Node> rest = new HashMap<>();
        rebuilt.subList(same, rebuilt.size()).forEach(node -> rest.put(node.path(), node));
        int reproduced = same;
        for (NodeList.Node node : original.subList(same, original.size())) {
            NodeList.Node twin = rest.remove(node.path());
            if (twin != null && twin.isSame(node)) {
                reproduced++;
            } else {
                add(differences, new CoverageReport.Difference(node.path(), node.line(), node.value(),
                        twin == null ? null : twin.value()));
            }
        }
        rest.values().forEach(node -> add(differences,
                new CoverageReport.Difference(node.path(), node.line(), null, node.value())));
        return reproduced;
    }

    private static void add(List<CoverageReport.Difference> differences, CoverageReport.Difference difference) {
        if (differences.size() < CoverageReport.MAX_DIFFERENCES) {
            differences.add(difference);
        }
    }
}
