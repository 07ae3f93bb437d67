package io.greenstack.descriptions.iodd.trust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import io.greenstack.descriptions.iodd.model.xml.NodeXml.XmlSink;

/** A document as a list of nodes: elements, attributes in alphabetical order, texts joined. */
final class NodeList implements XmlSink {

    private static final String TEXT = "#text";

    /**
     * A node.
     *
     * @param path where it is, with its position among siblings of the same name
     * @param name element name; with the attribute, {@code RecordItem/@bitOffset}; with {@code #text} for a text
     * @param value value of an attribute or text, empty for an element
     * @param line line in the file
     * @param kind element, attribute or text
     * @param typed true if the model understands it, false if it only keeps it
     */
    record Node(String path, String name, String value, int line, Kind kind, boolean typed) {

        boolean isSame(Node other) {
            return path.equals(other.path) && value.equals(other.value);
        }
    }

    /** Kind of node. */
    enum Kind {
        ELEMENT, ATTRIBUTE, TEXT
    }

    private final List<Node> nodes = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    List<Node> nodes() {
        return nodes;
    }

    int count(Kind kind) {
        return (int) nodes.stream().filter(node -> node.kind() == kind).count();
    }

    @Override
    public void start(String name, SortedMap<String, String> attributes, Set<String> kept, int line) {
        String path = begin(name, line, true);
        attributes.forEach((key, value) -> attribute(path, name, key, value, !kept.contains(key), line));
    }

    @Override
    public void startUnknown(String name, SortedMap<String, String> attributes, int line) {
        String path = begin(name, line, false);
        attributes.forEach((key, value) -> attribute(path, name, key, value, false, line));
    }

    private String begin(String name, int line, boolean typed) {
        Open parent = open.peek();
        String path;
        if (parent == null) {
            path = name;
        } else {
            flush(parent);
            int position = parent.seen.merge(name, 1, Integer::sum);
            path = parent.path + "/" + name + (position == 1 ? "" : "[" + position + "]");
        }
        nodes.add(new Node(path, name, "", line, Kind.ELEMENT, typed));
        open.push(new Open(path, name, line));
        return path;
    }

    private void attribute(String path, String element, String key, String value, boolean typed, int line) {
        nodes.add(new Node(path + "/@" + key, element + "/@" + key, value, line, Kind.ATTRIBUTE, typed));
    }

    @Override
    public void text(String text) {
        open.element().text.append(text);
    }

    @Override
    public void unknownText(String text) {
        open.element().unknownText = true;
        text(text);
    }

    @Override
    public void end() {
        flush(open.element());
        open.pop();
    }

    private void flush(Open element) {
        if (!element.text.toString().isBlank()) {
            int position = element.seen.merge(TEXT, 1, Integer::sum);
            nodes.add(new Node(element.path + "/" + TEXT + (position == 1 ? "" : "[" + position + "]"),
                    element.name + "/" + TEXT, element.text.toString(), element.line, Kind.TEXT,
                    !element.unknownText));
        }
        element.text.setLength(0);
        element.unknownText = false;
    }

    /** An element that has not ended yet. */
    private static final class Open {

        private final String path;
        private final String name;
        private final int line;
        private final Map<String, Integer> seen = new HashMap<>();
        private final StringBuilder text = new StringBuilder();
        private boolean unknownText;

        private Open(String path, String name, int line) {
            this.path = path;
            this.name = name;
            this.line = line;
        }
    }
}
