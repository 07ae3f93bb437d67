package io.greenstack.core.processdata;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonGenerator;

/** Decoded values as JSON, the same wherever they appear: in Redis, in REST responses, in published messages. */
public final class DecodedJson {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final double EXACT_INTEGER = 1L << 53;

    private DecodedJson() {}

    /**
     * Writes {@code name}, {@code value}, {@code unit}, {@code label} and {@code status} into the current object; those
     * that are null are left out.
     */
    public static void writeMembers(DecodedValue value, JsonGenerator json) throws IOException {
        json.writeStringField("name", value.field().name());
        if (value.hasValue()) {
            json.writeFieldName("value");
            writeValue(value.value(), json);
        }
        text("unit", value.unit(), json);
        text("label", value.label(), json);
        text("status", value.status(), json);
    }

    /**
     * Writes a value: whole numbers without a fraction, octets as upper-case hexadecimal text, times as ISO 8601, time
     * spans as a number of seconds.
     *
     * @param value as {@link DecodedValue#value()}, or null
     */
    public static void writeValue(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Double number) {
            writeNumber(number, json);
        } else if (value instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof byte[] octets) {
            json.writeString(HEX.formatHex(octets));
        } else if (value instanceof Duration span) {
            writeNumber(span.getSeconds() + span.getNano() / 1e9, json);
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    /** Writes a finite number, without a fraction if it has none. */
    public static void writeNumber(double number, JsonGenerator json) throws IOException {
        if (number == Math.rint(number) && Math.abs(number) <= EXACT_INTEGER) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }

    private static void text(String name, String text, JsonGenerator json) throws IOException {
        if (text != null && !text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }
}
