package io.greenstack.descriptions.iodd.model.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.descriptions.iodd.model.ExternalTextDocument;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddDescription.XmlProlog;
import io.greenstack.descriptions.iodd.model.IoddNode;
import io.greenstack.descriptions.iodd.model.Source;
import io.greenstack.descriptions.iodd.model.Source.ExtraNode;
import io.greenstack.descriptions.iodd.model.shape.IoddShapes;
import io.greenstack.descriptions.iodd.model.shape.Shape;
import io.greenstack.descriptions.iodd.model.shape.Shape.Attribute;
import io.greenstack.descriptions.iodd.model.shape.Slot;
import io.greenstack.descriptions.iodd.model.shape.TextShapes;

/** Writes elements by their {@link Shape}. */
record NodeWriter(JsonGenerator json) {

    void write(IoddDescription description) throws IOException {
        json.writeStartObject();
        writeProlog(description.prolog());
        json.writeFieldName("device");
        writeNode(description.device(), IoddShapes.IO_DEVICE);
        json.writeArrayFieldStart("language_files");
        for (ExternalTextDocument file : description.languageFiles()) {
            writeNode(file, TextShapes.EXTERNAL_TEXT_DOCUMENT);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeProlog(XmlProlog prolog) throws IOException {
        json.writeObjectFieldStart("prolog");
        if (prolog.encoding() != null) {
            json.writeStringField("encoding", prolog.encoding());
        }
        json.writeBooleanField("byte_order_mark", prolog.byteOrderMark());
        json.writeStringField("namespace", prolog.namespace());
        json.writeStringField("prefix", prolog.prefix());
        json.writeStringField("version", prolog.version().label());
        json.writeEndObject();
    }

    private <T extends IoddNode> void writeNode(T node, Shape<T> shape) throws IOException {
        json.writeStartObject();
        for (Attribute<T, ?> attribute : shape.attributes()) {
            Object value = attribute.getter().apply(node);
            if (value != null) {
                json.writeFieldName(attribute.key());
                writeValue(value, attribute.text(node));
            }
        }
        if (shape.hasContent()) {
            json.writeStringField("text", shape.contentOf(node));
        }
        for (Slot<T> slot : shape.slots()) {
            List<? extends IoddNode> children = slot.children(node);
            if (!children.isEmpty()) {
                json.writeFieldName(slot.key());
                writeChildren(slot, children);
            }
        }
        writeSource(node.source());
        json.writeEndObject();
    }

    private void writeValue(Object value, String text) throws IOException {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof BigDecimal) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }

    private void writeChildren(Slot<?> slot, List<? extends IoddNode> children) throws IOException {
        if (slot.many()) {
            json.writeStartArray();
        }
        for (IoddNode child : children) {
            if (slot.isTagged()) {
                json.writeStartObject();
                json.writeFieldName(slot.elementName(child));
                writeNode(child, slot.shapeOf(child));
                json.writeEndObject();
            } else {
                writeNode(child, slot.shapeOf(child));
            }
        }
        if (slot.many()) {
            json.writeEndArray();
        }
    }

    private void writeSource(Source source) throws IOException {
        json.writeNumberField("_line", source.line());
        if (!source.lexical().isEmpty()) {
            json.writeObjectFieldStart("_lexical");
            for (Map.Entry<String, String> entry : source.lexical().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        }
        if (!source.extra().isEmpty()) {
            json.writeFieldName("_extra");
            writeExtra(source.extra());
        }
        if (!source.order().isEmpty()) {
            json.writeArrayFieldStart("_order");
            for (Integer slot : source.order()) {
                json.writeNumber(slot);
            }
            json.writeEndArray();
        }
    }

    private void writeExtra(List<ExtraNode> nodes) throws IOException {
        json.writeStartArray();
        for (ExtraNode node : nodes) {
            json.writeStartObject();
            json.writeStringField("kind", node.kind().name());
            json.writeStringField("name", node.name());
            if (node.value() != null) {
                json.writeStringField("value", node.value());
            }
            json.writeStringField("path", node.path());
            json.writeNumberField("line", node.line());
            if (!node.content().isEmpty()) {
                json.writeFieldName("content");
                writeExtra(node.content());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
