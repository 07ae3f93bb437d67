package io.greenstack.descriptions.iodd.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;

import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.IoddNode;
import io.greenstack.descriptions.iodd.model.Source;
import io.greenstack.descriptions.iodd.model.Source.ExtraNode;
import io.greenstack.descriptions.iodd.model.shape.Lexical;
import io.greenstack.descriptions.iodd.model.shape.Shape;
import io.greenstack.descriptions.iodd.model.shape.Shape.Attribute;
import io.greenstack.descriptions.iodd.model.shape.Slot;
import io.greenstack.descriptions.iodd.model.shape.Values;

/** Reads elements into records by their {@link Shape}; what no shape knows is kept aside and reported. */
final class ElementReader {

    private final XmlCursor cursor;
    private final Findings findings;
    private final ExtraReader extras;
    private final StringBuilder path = new StringBuilder(128);

    ElementReader(XmlCursor cursor, Findings findings) {
        this.cursor = cursor;
        this.findings = findings;
        this.extras = new ExtraReader(cursor);
    }

    /** Reads the element whose start tag the cursor is at; afterwards the cursor is at its end tag. */
    <T extends IoddNode> T read(Shape<T> shape) throws IoddException {
        String name = cursor.name();
        int parentPath = path.length();
        path.append(parentPath == 0 ? "" : "/").append(name);
        Element<T> element = new Element<>(shape, cursor.line());
        if (shape.isNamed()) {
            element.values[0] = name;
        }
        readAttributes(element);
        readContent(element);
        reportMissing(element);
        path.setLength(parentPath);
        return shape.create(new Values(element.values, element.source()));
    }

    private <T extends IoddNode> void readAttributes(Element<T> element) throws IoddException {
        int count = cursor.attributeCount();
        for (int i = 0; i < count; i++) {
            String name = cursor.attributeName(i);
            String text = cursor.attributeValue(i);
            int position = element.shape.attribute(name);
            if (position >= 0) {
                element.values[element.shape.firstAttribute() + position] = readValue(element,
                        element.shape.attributes().get(position), text);
            } else {
                element.extra().add(new ExtraNode(ExtraNode.Kind.ATTRIBUTE, name, text, path + "/@" + name,
                        element.line, List.of()));
                findings.warning("unknown-attribute", element.line, path.toString(),
                        "The attribute " + name + " is not part of the specification; it is kept but not used."
                                + Spelling.hint(name, element.shape.attributes().stream().map(Attribute::name)));
            }
        }
    }

    private <T extends IoddNode, V> V readValue(Element<T> element, Attribute<T, V> attribute, String text) {
        V value = attribute.lexical().parse(text);
        if (value == null) {
            element.lexical().put(attribute.name(), text);
            findings.error("bad-value", element.line, path.toString(), attribute.name() + "=\"" + shorten(text)
                    + "\" is not " + attribute.lexical().expected() + "; the attribute is taken as absent.");
            return attribute.lexical() == (Lexical<?>) Lexical.KIND ? unknownKind() : null;
        }
        if (value != text && !attribute.lexical().isUsual(text, value)) {
            element.lexical().put(attribute.name(), text);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static <V> V unknownKind() {
        return (V) DatatypeKind.UNKNOWN;
    }

    private <T extends IoddNode> void readContent(Element<T> element) throws IoddException {
        StringBuilder text = element.shape.hasContent() ? new StringBuilder() : null;
        int event = cursor.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                readChild(element);
            } else if (event == XMLStreamConstants.CHARACTERS && text != null && element.children == 0) {
                cursor.appendTo(text);
            } else if (event == XMLStreamConstants.CHARACTERS && !cursor.isBlank()) {
                ExtraNode stray = extras.readText(path.toString());
                element.addExtra(stray);
                findings.warning("stray-text", stray.line(), path.toString(),
                        "Text stands where only elements may: \"" + shorten(stray.value()) + "\".");
            }
            event = cursor.next();
        }
        if (text != null) {
            element.values[element.shape.contentPosition()] = text.toString();
        }
    }

    private <T extends IoddNode> void readChild(Element<T> element) throws IoddException {
        String name = cursor.name();
        Shape.Place<T> place = element.shape.place(name);
        if (place == null) {
            findings.warning("unknown-element", cursor.line(), path.toString(), "<" + shorten(name)
                    + "> is not part of the specification at this place; it is kept but not used."
                    + Spelling.hint(name,
                            element.shape.slots().stream().flatMap(slot -> slot.choices().keySet().stream())));
            element.addExtra(extras.readElement(path.toString()));
            return;
        }
        int at = element.shape.firstSlot() + place.position();
        if (place.slot().many()) {
            element.list(at).add(read(place.shape().get()));
            element.follow(place.position());
        } else if (element.values[at] == null) {
            element.values[at] = read(place.shape().get());
            element.follow(place.position());
        } else {
            findings.warning("duplicate-element", cursor.line(), path.toString(),
                    "<" + name + "> may stand here only once; this one is kept but not used.");
            element.addExtra(extras.readElement(path.toString()));
        }
    }

    private <T extends IoddNode> void reportMissing(Element<T> element) {
        Shape<T> shape = element.shape;
        for (int i = 0; i < shape.requiredCount(); i++) {
            int position = shape.requiredAttribute(i);
            if (element.values[shape.firstAttribute() + position] == null
                    && !element.hasLexical(shape.attributes().get(position).name())) {
                findings.error("missing-attribute", element.line, path.toString(),
                        "The attribute " + shape.attributes().get(position).name() + " is missing.");
            }
        }
        List<Slot<T>> slots = shape.slots();
        for (int i = 0; i < slots.size(); i++) {
            int at = shape.firstSlot() + i;
            if (element.values[at] != null) {
                continue;
            }
            Slot<T> slot = slots.get(i);
            if (slot.many()) {
                element.values[at] = List.of();
            } else if (slot.required()) {
                findings.warning("missing-element", element.line, path.toString(),
                        "<" + String.join("> or <", slot.choices().keySet()) + "> is missing.");
            }
        }
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }

    /** An element being read. */
    private static final class Element<T extends IoddNode> {

        private static final int FIRST_CHILDREN = 8;

        private final Shape<T> shape;
        private final int line;
        private final Object[] values;
        private Map<String, String> lexical;
        private List<ExtraNode> extra;
        private int[] order;
        private int children;
        private int lastSlot;
        private boolean sorted = true;

        private Element(Shape<T> shape, int line) {
            this.shape = shape;
            this.line = line;
            this.values = new Object[shape.size()];
        }

        private Map<String, String> lexical() {
            if (lexical == null) {
                lexical = new HashMap<>();
            }
            return lexical;
        }

        private boolean hasLexical(String name) {
            return lexical != null && lexical.containsKey(name);
        }

        private List<ExtraNode> extra() {
            if (extra == null) {
                extra = new ArrayList<>();
            }
            return extra;
        }

        private void addExtra(ExtraNode node) {
            extra().add(node);
            follow(shape.slots().size());
        }

        @SuppressWarnings("unchecked")
        private List<Object> list(int at) {
            if (values[at] == null) {
                values[at] = new ArrayList<>();
            }
            return (List<Object>) values[at];
        }

        /** Notes the slot of a child, to know the order of the children if it is not that of the schema. */
        private void follow(int slot) {
            if (order == null) {
                order = new int[FIRST_CHILDREN];
            } else if (children == order.length) {
                order = Arrays.copyOf(order, children * 2);
            }
            sorted &= slot >= lastSlot;
            lastSlot = slot;
            order[children++] = slot;
        }

        private Source source() {
            if (lexical == null && extra == null && sorted) {
                return Source.at(line);
            }
            List<Integer> slots = new ArrayList<>();
            for (int i = 0; !sorted && i < children; i++) {
                slots.add(order[i]);
            }
            return new Source(line, lexical == null ? Map.of() : lexical, extra == null ? List.of() : extra, slots);
        }
    }
}
