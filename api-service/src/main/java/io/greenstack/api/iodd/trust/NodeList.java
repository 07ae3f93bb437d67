package io.greenstack.api.iodd.trust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import io.greenstack.api.iodd.model.xml.XmlSink;

/** A document as a list of nodes: elements, attributes in alphabetical order, texts joined. */
final class NodeList implements XmlSink {

    /**
     * A node.
     *
     * @param path where it is
     * @param value value of an attribute or text, empty for an element
     * @param line line in the file
     * @param kind element, attribute or text
     */
    record Node(String path, String value, int line, Kind kind) {

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
    public void start(String name, SortedMap<String, String> attributes, int line) {
        Open parent = open.peek();
        String path;
        if (parent == null) {
            path = name;
        } else {
            flush(parent);
            int position = parent.seen.merge(name, 1, Integer::sum);
            path = parent.path + "/" + name + (position == 1 ? "" : "[" + position + "]");
        }
        nodes.add(new Node(path, "", line, Kind.ELEMENT));
        attributes.forEach((key, value) -> nodes.add(new Node(path + "/@" + key, value, line, Kind.ATTRIBUTE)));
        open.push(new Open(path, line));
    }

    @Override
    public void text(String text) {
        open.element().text.append(text);
    }

    @Override
    public void end() {
        flush(open.element());
        open.pop();
    }

    private void flush(Open element) {
        if (!element.text.toString().isBlank()) {
            int position = element.seen.merge("#text", 1, Integer::sum);
            nodes.add(new Node(element.path + "/#text" + (position == 1 ? "" : "[" + position + "]"),
                    element.text.toString(), element.line, Kind.TEXT));
        }
        element.text.setLength(0);
    }

    /** An element that has not ended yet. */
    private static final class Open {

        private final String path;
        private final int line;
        private final Map<String, Integer> seen = new HashMap<>();
        private final StringBuilder text = new StringBuilder();

        private Open(String path, int line) {
            this.path = path;
            this.line = line;
        }
    }
}
