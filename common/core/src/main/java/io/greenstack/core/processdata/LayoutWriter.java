package io.greenstack.core.processdata;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes layouts; the counterpart of {@link LayoutReader}. */
record LayoutWriter(JsonGenerator json) {

    void write(ProcessDataLayout layout) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", LayoutJson.VERSION);
        json.writeStringField("layout_id", layout.layoutId());
        json.writeStringField("kind", layout.kind());
        text("product", layout.product());
        list("parameters", layout.parameters(), this::parameter);
        list("in", layout.in(), this::frame);
        list("out", layout.out(), this::frame);
        json.writeEndObject();
    }

    private void parameter(LayoutParameter parameter) throws IOException {
        json.writeStringField("variable", parameter.variableId());
        number("subindex", parameter.subindex(), 0);
        if (parameter.index() != null) {
            json.writeNumberField("index", parameter.index());
        }
        text("name", parameter.name());
        if (parameter.defaultValue() != null) {
            json.writeNumberField("default", parameter.defaultValue());
        }
    }

    private void frame(Frame frame) throws IOException {
        json.writeStringField("id", frame.id());
        text("name", frame.name());
        json.writeNumberField("bit_length", frame.bitLength());
        token("byte_order", frame.byteOrder());
        list("when", frame.when(), this::condition);
        list("fields", frame.fields(), this::field);
    }

    private void condition(Condition condition) throws IOException {
        json.writeStringField("variable", condition.variableId());
        number("subindex", condition.subindex(), 0);
        json.writeNumberField("value", condition.value());
    }

    private void field(Field field) throws IOException {
        json.writeStringField("key", field.key());
        text("name", field.name());
        number("subindex", field.subindex(), 0);
        number("element", field.element(), -1);
        json.writeNumberField("bit_offset", field.bitOffset());
        json.writeNumberField("bit_length", field.bitLength());
        token("type", field.type());
        token("encoding", field.encoding());
        list("scalings", field.scalings(), this::scaling);
        list("labels", field.labels(), this::label);
        list("specials", field.specials(), this::special);
        list("ranges", field.ranges(), this::range);
        if (!field.shown()) {
            json.writeBooleanField("shown", false);
        }
    }

    private void scaling(Scaling scaling) throws IOException {
        list("when", scaling.when(), this::condition);
        if (scaling.gradient().compareTo(BigDecimal.ONE) != 0) {
            json.writeNumberField("gradient", scaling.gradient());
        }
        if (scaling.offset().signum() != 0) {
            json.writeNumberField("offset", scaling.offset());
        }
        if (scaling.unitCode() != null) {
            json.writeNumberField("unit_code", scaling.unitCode());
        }
        text("unit", scaling.unit());
        text("display_format", scaling.displayFormat() == null ? null : scaling.displayFormat().text());
        token("source", scaling.source());
    }

    private void label(Label label) throws IOException {
        json.writeNumberField("value", label.value());
        json.writeStringField("text", label.text());
    }

    private void special(SpecialValue special) throws IOException {
        json.writeNumberField("value", special.value());
        json.writeStringField("status", special.status());
        text("text", special.text());
    }

    private void range(ValueRange range) throws IOException {
        json.writeNumberField("lower", range.lower());
        json.writeNumberField("upper", range.upper());
        if (range.name() != null) {
            json.writeStringField("name", range.name());
        }
    }

    /** Writes the members of an object. */
    private interface Item<T> {
        void write(T item) throws IOException;
    }

    private <T> void list(String name, List<T> items, Item<T> item) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (T each : items) {
            json.writeStartObject();
            item.write(each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String name, String text) throws IOException {
        if (text != null && !text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }

    private void number(String name, int value, int absent) throws IOException {
        if (value != absent) {
            json.writeNumberField(name, value);
        }
    }

    /** Enums in lower case. */
    private void token(String name, Enum<?> value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.name().toLowerCase(Locale.ROOT));
        }
    }
}
