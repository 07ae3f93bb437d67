package io.greenstack.descriptions.iodd.model.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoDevice;
import io.greenstack.descriptions.iodd.model.IoddNode;
import io.greenstack.descriptions.iodd.model.Source.ExtraNode;
import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.Shape;
import io.greenstack.descriptions.iodd.model.shape.Shape.Attribute;
import io.greenstack.descriptions.iodd.model.shape.Slot;
import io.greenstack.descriptions.iodd.model.shape.TextShapes;

/** Turns records into elements: attributes as they were spelled, children in their order, the unknown in its place. */
public final class NodeXml {

    private final XmlSink sink;

    private NodeXml(XmlSink sink) {
        this.sink = sink;
    }

    /** Writes a main file. */
    public static void write(IoDevice device, XmlSink sink) {
        new NodeXml(sink).write("IODevice", device, IoddShapes.IO_DEVICE);
    }

    /** Writes a language file. */
    public static void write(ExternalTextDocument document, XmlSink sink) {
        new NodeXml(sink).write("ExternalTextDocument", document, TextShapes.EXTERNAL_TEXT_DOCUMENT);
    }

    private <T extends IoddNode> void write(String name, T node, Shape<T> shape) {
        SortedMap<String, String> attributes = new TreeMap<>();
        Set<String> kept = new HashSet<>();
        collect(node, shape, attributes, kept);
        sink.start(name, attributes, kept, node.source().line());
        String content = shape.contentOf(node);
        if (content != null && !content.isBlank()) {
            sink.text(content);
        }
        Iterator<ExtraNode> extra = node.source().extra().stream()
                .filter(unknown -> unknown.kind() != ExtraNode.Kind.ATTRIBUTE).iterator();
        List<Iterator<? extends IoddNode>> children = new ArrayList<>();
        for (Slot<T> slot : shape.slots()) {
            children.add(slot.children(node).iterator());
        }
        for (int slot : node.source().order()) {
            if (slot < children.size()) {
                writeNext(shape.slots().get(slot), children.get(slot));
            } else if (extra.hasNext()) {
                writeExtra(extra.next());
            }
        }
        for (int i = 0; i < children.size(); i++) {
            while (children.get(i).hasNext()) {
                writeNext(shape.slots().get(i), children.get(i));
            }
        }
        extra.forEachRemaining(this::writeExtra);
        sink.end();
    }

    private void writeNext(Slot<?> slot, Iterator<? extends IoddNode> children) {
        if (children.hasNext()) {
            IoddNode child = children.next();
            write(slot.elementName(child), child, slot.shapeOf(child));
        }
    }

    private static <T extends IoddNode> void collect(T node, Shape<T> shape, SortedMap<String, String> attributes,
            Set<String> kept) {
        Map<String, String> lexical = node.source().lexical();
        for (Attribute<T, ?> attribute : shape.attributes()) {
            Object value = attribute.getter().apply(node);
            if (value != null) {
                attributes.put(attribute.name(), attribute.text(node));
            }
            if ((value == null || value == DatatypeKind.UNKNOWN) && lexical.containsKey(attribute.name())) {
                kept.add(attribute.name());
            }
        }
        attributes.putAll(lexical);
        putExtra(node.source().extra(), attributes);
        node.source().extra().stream().filter(unknown -> unknown.kind() == ExtraNode.Kind.ATTRIBUTE)
                .forEach(unknown -> kept.add(unknown.name()));
    }

    private static void putExtra(List<ExtraNode> extra, SortedMap<String, String> attributes) {
        for (ExtraNode unknown : extra) {
            if (unknown.kind() == ExtraNode.Kind.ATTRIBUTE) {
                attributes.put(unknown.name(), unknown.value());
            }
        }
    }

    private void writeExtra(ExtraNode node) {
        if (node.kind() == ExtraNode.Kind.TEXT) {
            sink.unknownText(node.value());
            return;
        }
        SortedMap<String, String> attributes = new TreeMap<>();
        putExtra(node.content(), attributes);
        sink.startUnknown(node.name(), attributes, node.line());
        node.content().stream().filter(unknown -> unknown.kind() != ExtraNode.Kind.ATTRIBUTE).forEach(this::writeExtra);
        sink.end();
    }

    /** Takes the elements of a document in document order. */
    public interface XmlSink {

        /**
         * An element of the specification begins.
         *
         * @param name local name; in another namespace than the root's <code>{namespace}name</code>
         * @param attributes values by name; {@code xsi:} and {@code xml:} with their prefix
         * @param kept names of those attributes that the model only keeps: unknown ones, and ones it does not understand
         * @param line line it stands in, 0 if not known
         */
        void start(String name, SortedMap<String, String> attributes, Set<String> kept, int line);

        /** An element begins that the model only keeps: it is unknown, as is everything in it. */
        void startUnknown(String name, SortedMap<String, String> attributes, int line);

        /** Text that is not only blanks. */
        void text(String text);

        /** Text where the specification has none; the model only keeps it. */
        void unknownText(String text);

        /** The element that began last and has not ended yet ends. */
        void end();
    }
}
