package io.greenstack.descriptions.iodd.parameter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

import io.greenstack.core.processdata.BitSlice;
import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.IoLinkTime;
import io.greenstack.core.processdata.OctetRun;
import io.greenstack.core.processdata.RawNumber;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.TextEncoding;
import io.greenstack.descriptions.ParameterException;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;

/**
 * Values of simple datatypes (IO-Link interface specification, annex F.2): JSON to bits and back. Numbers are JSON numbers, truth
 * values JSON booleans, octets hexadecimal text ({@code 0A1B}; {@code 0x0A,0x1B} and arrays of numbers are read too), times ISO
 * 8601 texts. A Float32T that is no number is the text {@code NaN}, {@code Infinity} or {@code -Infinity}.
 */
final class SimpleCodec {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int MASK = 0xFF;
    private static final int FLOAT_BITS = 32;
    private static final int MAX_BITS = 64;

    private SimpleCodec() {}

    /** Writes a value at a place; the value must suit the datatype. */
    static void write(byte[] octets, int bitOffset, ParameterType type, String field, JsonNode value) {
        switch (type.kind()) {
            case BOOLEAN -> write(octets, bitOffset, 1, truth(field, value) ? 1 : 0);
            case UINTEGER, INTEGER -> write(octets, bitOffset, type.bits(),
                    number(type, field, value).toBigInteger().longValue());
            case FLOAT32 -> write(octets, bitOffset, FLOAT_BITS, Float.floatToRawIntBits(real(field, value)));
            case TIME -> write(octets, bitOffset, MAX_BITS, time(field, value));
            case TIME_SPAN -> write(octets, bitOffset, MAX_BITS, span(field, value));
            default -> new OctetRun(ByteOrder.BIG_ENDIAN, octets.length, bitOffset, type.octets())
                    .write(octets, run(type, field, value));
        }
    }

    /** Reads the value at a place. */
    static JsonNode read(byte[] octets, int bitOffset, ParameterType type) {
        return switch (type.kind()) {
            case BOOLEAN -> BooleanNode.valueOf(read(octets, bitOffset, 1) != 0);
            case UINTEGER -> unsigned(read(octets, bitOffset, type.bits()), range(type));
            case INTEGER -> JsonNodeFactory.instance
                    .numberNode(range(type).fromBits(read(octets, bitOffset, type.bits())));
            case FLOAT32 -> real(Float.intBitsToFloat((int) read(octets, bitOffset, FLOAT_BITS)));
            case TIME -> TextNode.valueOf(IoLinkTime.time(read(octets, bitOffset, MAX_BITS)).toString());
            case TIME_SPAN -> TextNode.valueOf(IoLinkTime.span(read(octets, bitOffset, MAX_BITS)).toString());
            default -> text(type,
                    new OctetRun(ByteOrder.BIG_ENDIAN, octets.length, bitOffset, type.octets()).read(octets));
        };
    }

    /** The text or the octets of a run; text ends before the first 0x00. */
    static JsonNode text(ParameterType type, byte[] run) {
        if (!isText(type)) {
            return TextNode.valueOf(HEX.formatHex(run));
        }
        return TextNode.valueOf(new String(run, 0, TextEncoding.terminated(run), encoding(type).charset()));
    }

    /** Whether the octets of a run, if it is a text, are characters, all of them. */
    static boolean isSound(ParameterType type, byte[] run) {
        return !isText(type) || encoding(type).isText(run);
    }

    /** Whether the octets at a place, if it has a text, are characters, all of them. */
    static boolean isSound(ParameterType type, byte[] octets, int bitOffset) {
        return !isText(type) || isSound(type,
                new OctetRun(ByteOrder.BIG_ENDIAN, octets.length, bitOffset, type.octets()).read(octets));
    }

    /** The octets of a text or octet string, without padding. */
    static byte[] run(ParameterType type, String field, JsonNode value) {
        return isText(type) ? text(type, field, value) : octets(type, field, value);
    }

    /** Octets of hexadecimal text or an array of numbers; null if it is neither. */
    static byte[] octets(JsonNode value) {
        if (value.isArray()) {
            byte[] octets = new byte[value.size()];
            for (int i = 0; i < octets.length; i++) {
                JsonNode number = value.get(i);
                if (!number.isInt() || number.intValue() < 0 || number.intValue() > MASK) {
                    return null;
                }
                octets[i] = number.numberValue().byteValue();
            }
            return octets;
        }
        return value.isTextual() ? octets(value.textValue()) : null;
    }

    /** Octets of {@code 0A1B}, {@code 0A 1B} or {@code 0x0A,0x1B}; null if the text is something else. */
    static byte[] octets(String text) {
        try {
            return HEX.parseHex(text.replaceAll("0[xX]|[\\s,:]", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static boolean truth(String field, JsonNode value) {
        if (!value.isBoolean()) {
            throw wrongType(field, value, "true or false");
        }
        return value.booleanValue();
    }

    /** A whole number that fits the datatype. */
    static BigDecimal number(ParameterType type, String field, JsonNode value) {
        if (!value.isNumber()) {
            throw wrongType(field, value, "a whole number");
        }
        BigDecimal number = decimal(field, value);
        BigDecimal low = range(type).min();
        BigDecimal high = range(type).max();
        if (number.compareTo(low) < 0 || number.compareTo(high) > 0) {
            throw new ParameterException(field, ParameterException.OUT_OF_RANGE,
                    field + " is " + type.kind().xsiType() + " of "
                            + type.bits() + " bits and takes " + low + " to " + high + ", not " + shown(value) + ".");
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            throw wrongType(field, value, "a whole number");
        }
        return number;
    }

    /** A number too large for the JSON reader arrives as infinity. */
    private static BigDecimal decimal(String field, JsonNode value) {
        if ((value.isDouble() || value.isFloat()) && !Double.isFinite(value.doubleValue())) {
            throw new ParameterException(field, ParameterException.OUT_OF_RANGE,
                    field + " cannot hold a number that large.");
        }
        return value.decimalValue();
    }

    private static RawNumber range(ParameterType type) {
        return new RawNumber(type.kind() == DatatypeKind.INTEGER ? ScalarType.INTEGER : ScalarType.UINTEGER,
                type.bits());
    }

    static void write(byte[] octets, int bitOffset, int bits, long value) {
        new BitSlice(ByteOrder.BIG_ENDIAN, octets.length, bitOffset, bits).write(octets, value);
    }

    private static long read(byte[] octets, int bitOffset, int bits) {
        return new BitSlice(ByteOrder.BIG_ENDIAN, octets.length, bitOffset, bits).read(octets);
    }

    static float real(String field, JsonNode value) {
        if (value.isTextual() && value.textValue().matches("NaN|[+-]?Infinity")) {
            return Float.parseFloat(value.textValue());
        }
        if (!value.isNumber()) {
            throw wrongType(field, value, "a number");
        }
        float real = decimal(field, value).floatValue();
        if (Float.isInfinite(real)) {
            throw new ParameterException(field, ParameterException.OUT_OF_RANGE,
                    field + " is Float32T and cannot hold " + shown(value) + ".");
        }
        return real;
    }

    private static JsonNode real(float value) {
        return Float.isFinite(value)
                ? DecimalNode.valueOf(new BigDecimal(Float.toString(value)))
                : TextNode.valueOf(Float.toString(value));
    }

    private static JsonNode unsigned(long bits, RawNumber range) {
        return bits >= 0
                ? JsonNodeFactory.instance.numberNode(bits)
                : JsonNodeFactory.instance.numberNode(range.exact(bits).toBigIntegerExact());
    }

    private static long time(String field, JsonNode value) {
        try {
            Long raw = IoLinkTime.raw(OffsetDateTime.parse(value.isTextual() ? value.textValue() : "").toInstant());
            if (raw != null) {
                return raw;
            }
        } catch (DateTimeException e) {
            throw wrongType(field, value, "a time with zone (ISO 8601, 2026-01-31T12:00:00Z)");
        }
        throw new ParameterException(field, ParameterException.OUT_OF_RANGE,
                field + " is TimeT and takes 1984-01-01 to 2120-02-07, not " + shown(value) + ".");
    }

    private static long span(String field, JsonNode value) {
        try {
            Duration span = value.isNumber()
                    ? seconds(field, value)
                    : Duration.parse(value.isTextual() ? value.textValue() : "");
            Long raw = IoLinkTime.raw(span);
            if (raw != null) {
                return raw;
            }
        } catch (DateTimeException e) {
            throw wrongType(field, value, "a duration (ISO 8601, PT1.5S) or a number of seconds");
        }
        throw spanRange(field, value);
    }

    private static Duration seconds(String field, JsonNode value) {
        BigDecimal seconds = decimal(field, value);
        if (seconds.abs().compareTo(TWO.pow(31)) > 0) {
            throw spanRange(field, value);
        }
        return Duration.ofNanos(0).plusNanos(seconds.movePointRight(9).setScale(0, RoundingMode.HALF_UP).longValue());
    }

    private static ParameterException spanRange(String field, JsonNode value) {
        return new ParameterException(field, ParameterException.OUT_OF_RANGE,
                field + " is TimeSpanT and takes less than 2^31 seconds, not " + shown(value) + ".");
    }

    private static byte[] text(ParameterType type, String field, JsonNode value) {
        if (!value.isTextual()) {
            throw wrongType(field, value, "a text");
        }
        String text = value.textValue();
        byte[] coded;
        try {
            coded = encoding(type).code(text);
        } catch (CharacterCodingException e) {
            throw new ParameterException(field, ParameterException.WRONG_TYPE,
                    field + " takes characters of " + encoding(type).charset().name() + " only.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new ParameterException(field, ParameterException.WRONG_TYPE, field + " takes text without NUL.");
        }
        if (coded.length > type.octets()) {
            throw new ParameterException(field, ParameterException.WRONG_LENGTH,
                    field + " takes up to " + type.octets() + " octets of text, this is " + coded.length + ".");
        }
        return coded;
    }

    private static byte[] octets(ParameterType type, String field, JsonNode value) {
        byte[] octets = octets(value);
        if (octets == null) {
            throw wrongType(field, value, "octets as hexadecimal text (0A1B) or numbers 0 to 255");
        }
        if (octets.length > type.octets() || type.fixed() && octets.length < type.octets()) {
            throw new ParameterException(field, ParameterException.WRONG_LENGTH, field + " takes "
                    + (type.fixed() ? "" : "up to ") + type.octets() + " octets, this is " + octets.length + ".");
        }
        return octets;
    }

    private static boolean isText(ParameterType type) {
        return type.kind() == DatatypeKind.STRING;
    }

    private static TextEncoding encoding(ParameterType type) {
        return type.usAscii() ? TextEncoding.US_ASCII : TextEncoding.UTF_8;
    }

    private static ParameterException wrongType(String field, JsonNode value, String expected) {
        return new ParameterException(field, ParameterException.WRONG_TYPE,
                field + " takes " + expected + ", not " + shown(value) + ".");
    }

    /** A value for a message, shortened. */
    private static String shown(JsonNode value) {
        String text = value.toString();
        int longest = MAX_BITS;
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    /** Octets as hexadecimal text. */
    static String hex(byte[] octets) {
        return HEX.formatHex(octets);
    }
}
