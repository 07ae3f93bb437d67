package io.greenstack.descriptions.iodd.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoDevice;
import io.greenstack.descriptions.iodd.model.IoddNode;
import io.greenstack.descriptions.iodd.model.Source.ExtraNode;
import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.NodeWalker;
import io.greenstack.descriptions.iodd.model.shape.Shape;
import io.greenstack.descriptions.iodd.model.shape.TextShapes;
import io.greenstack.descriptions.iodd.model.xml.NodeXml;
import io.greenstack.descriptions.iodd.model.xml.NodeXml.XmlSink;
import io.greenstack.descriptions.iodd.reader.IoddException;
import io.greenstack.descriptions.iodd.reader.IoddLimits;
import io.greenstack.descriptions.iodd.reader.XmlEvents;

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
                original.start(name, attributes, Set.of(), line);
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
        NodeComparison comparison = NodeComparison.of(original.nodes(), rebuilt.nodes());
        return new CoverageReport(original.count(NodeList.Kind.ELEMENT), original.count(NodeList.Kind.ATTRIBUTE),
                original.count(NodeList.Kind.TEXT), comparison.reproduced(), comparison.typed(), comparison.surplus(),
                comparison.kinds(), comparison.differences(), unknown);
    }
}
