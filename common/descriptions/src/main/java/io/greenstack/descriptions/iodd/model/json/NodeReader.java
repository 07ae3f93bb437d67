package io.greenstack.descriptions.iodd.model.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoDevice;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddDescription.XmlProlog;
import io.greenstack.descriptions.iodd.model.IoddNode;
import io.greenstack.descriptions.iodd.model.IoddVersion;
import io.greenstack.descriptions.iodd.model.Source;
import io.greenstack.descriptions.iodd.model.Source.ExtraNode;
import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.Lexical;
import io.greenstack.descriptions.iodd.model.shape.Shape;
import io.greenstack.descriptions.iodd.model.shape.Shape.Attribute;
import io.greenstack.descriptions.iodd.model.shape.Slot;
import io.greenstack.descriptions.iodd.model.shape.TextShapes;
import io.greenstack.descriptions.iodd.model.shape.Values;

/** Reads elements by their {@link Shape}; keys may come in any order. */
record NodeReader(JsonParser json) {

    IoddDescription readDescription() throws IOException {
        XmlProlog prolog = null;
        IoDevice device = null;
        List<ExternalTextDocument> files = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "prolog" -> prolog = readProlog();
                case "device" -> device = readNode(IoddShapes.IO_DEVICE, "IODevice");
                case "language_files" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        files.add(readNode(TextShapes.EXTERNAL_TEXT_DOCUMENT, "ExternalTextDocument"));
                    }
                }
                default -> json.skipChildren();
            }
        }
        if (prolog == null || device == null) {
            throw new JsonParseException(json, "prolog or device is missing");
        }
        return new IoddDescription(prolog, device, files);
    }

    private XmlProlog readProlog() throws IOException {
        Map<String, String> values = readStrings();
        IoddVersion version = IoddVersion.V1_0_1.label().equals(values.get("version"))
                ? IoddVersion.V1_0_1
                : IoddVersion.V1_1;
        return new XmlProlog(values.get("encoding"), Boolean.parseBoolean(values.get("byte_order_mark")),
                values.get("namespace"), values.get("prefix"), version);
    }

    private Map<String, String> readStrings() throws IOException {
        Map<String, String> values = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            values.put(key, json.getText());
        }
        return values;
    }

    private <T extends IoddNode> T readNode(Shape<T> shape, String elementName) throws IOException {
        Object[] values = new Object[shape.size()];
        if (shape.isNamed()) {
            values[0] = elementName;
        }
        for (int i = 0; i < shape.slots().size(); i++) {
            values[shape.firstSlot() + i] = shape.slots().get(i).many() ? List.of() : null;
        }
        SourceParts source = new SourceParts();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            int position = position(shape, key);
            if (position < 0) {
                readSource(source, key);
            } else if (position < shape.contentPosition()) {
                Attribute<T, ?> attribute = shape.attributes().get(position - shape.firstAttribute());
                values[position] = attribute.lexical() == (Lexical<?>) Lexical.KIND
                        && DatatypeKind.UNKNOWN.xsiType().equals(json.getText())
                                ? DatatypeKind.UNKNOWN
                                : attribute.lexical().parse(json.getText());
            } else if (position < shape.firstSlot()) {
                values[position] = json.getText();
            } else {
                values[position] = readSlot(shape.slots().get(position - shape.firstSlot()));
            }
        }
        return shape.create(new Values(values, source.make()));
    }

    /** Position of a key among the values of a shape, -1 if it is none of them. */
    private static <T extends IoddNode> int position(Shape<T> shape, String key) {
        for (int i = 0; i < shape.attributes().size(); i++) {
            if (shape.attributes().get(i).key().equals(key)) {
                return shape.firstAttribute() + i;
            }
        }
        if (shape.hasContent() && "text".equals(key)) {
            return shape.contentPosition();
        }
        for (int i = 0; i < shape.slots().size(); i++) {
            if (shape.slots().get(i).key().equals(key)) {
                return shape.firstSlot() + i;
            }
        }
        return -1;
    }

    private Object readSlot(Slot<?> slot) throws IOException {
        if (!slot.many()) {
            return readChild(slot);
        }
        List<Object> children = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            children.add(readChild(slot));
        }
        return children;
    }

    private Object readChild(Slot<?> slot) throws IOException {
        if (!slot.isTagged()) {
            Map.Entry<String, ?> only = slot.choices().entrySet().iterator().next();
            return readNode(slot.choices().get(only.getKey()).get(), only.getKey());
        }
        json.nextToken();
        String element = json.currentName();
        json.nextToken();
        Object child = readNode(slot.choices().get(element).get(), element);
        json.nextToken();
        return child;
    }

    private void readSource(SourceParts source, String key) throws IOException {
        switch (key) {
            case "_line" -> source.line = json.getIntValue();
            case "_lexical" -> source.lexical = readStrings();
            case "_extra" -> source.extra = readExtra();
            case "_order" -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    source.order.add(json.getIntValue());
                }
            }
            default -> json.skipChildren();
        }
    }

    private List<ExtraNode> readExtra() throws IOException {
        List<ExtraNode> nodes = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> values = new HashMap<>();
            List<ExtraNode> content = List.of();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                if ("content".equals(key)) {
                    content = readExtra();
                } else {
                    values.put(key, json.getText());
                }
            }
            nodes.add(new ExtraNode(ExtraNode.Kind.valueOf(values.get("kind")), values.get("name"),
                    values.get("value"), values.get("path"), Integer.parseInt(values.get("line")), content));
        }
        return nodes;
    }

    /** A {@link Source} being read. */
    private static final class SourceParts {

        private int line;
        private Map<String, String> lexical = Map.of();
        private List<ExtraNode> extra = List.of();
        private final List<Integer> order = new ArrayList<>();

        private Source make() {
            return lexical.isEmpty() && extra.isEmpty() && order.isEmpty()
                    ? Source.at(line)
                    : new Source(line, lexical, extra, order);
        }
    }
}
