package io.greenstack.descriptions.iodd.parameter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.ParameterKey;
import io.greenstack.descriptions.ParameterException;
import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.shape.Lexical;

/**
 * Values of parameters to the octets of an ISDU and back (IO-Link interface specification, annex F). Immutable and
 * thread-safe.
 * <p>
 * A simple value alone is 1, 2, 4 or 8 octets of an integer, {@code FF} or {@code 00} of a truth value, 4 of a Float32T, 8 of
 * TimeT and TimeSpanT, the text without padding (one {@code 00} if it is empty), the octets. A record or array as a whole is packed big-endian,
 * gaps are zero. As JSON a record is an object whose keys are subindices (names of items are read too), an array an array.
 */
public final class ParameterCodec {

    private ParameterCodec() {}

    /**
     * Octets of a value, starting from octets that are known.
     *
     * @param subindex item, 0 for the whole
     * @param value whole or item; items of a record that are left out have their default, read-only ones zero
     * @param base whole record as read from the device: items left out, read-only items and gaps stay as they are in it; null = none
     * @throws ParameterException if the datatype cannot hold the value, or {@code base} has another length; ranges are the
     *         validator's business
     */
    public static byte[] encode(Parameter parameter, int subindex, JsonNode value, byte[] base) {
        ParameterType type = type(parameter);
        if (subindex != 0) {
            ParameterItem item = singly(parameter, subindex);
            return alone(item.type(), field(parameter, subindex), value);
        }
        if (!parameter.hasItems()) {
            return alone(type, parameter.variableId(), value);
        }
        if (base != null && base.length != type.octets()) {
            throw length(parameter.variableId(), type.octets(), base.length);
        }
        byte[] octets = base == null ? new byte[type.octets()] : base.clone();
        Map<Integer, JsonNode> values = ItemValues.of(parameter, value);
        for (ParameterItem item : type.items()) {
            JsonNode given = values.get(item.subindex());
            if (given == null && base == null && item.access() != AccessRights.RO) {
                given = defaultOf(parameter, item);
            }
            if (given != null) {
                SimpleCodec.write(octets, item.bitOffset(), item.type(), field(parameter, item.subindex()), given);
            }
        }
        return octets;
    }

    private static JsonNode defaultOf(Parameter parameter, ParameterItem item) {
        JsonNode value = written(item.type(), item.defaultValue());
        if (value == null) {
            throw new ParameterException(field(parameter, item.subindex()), ParameterException.MISSING_ITEM,
                    "The item " + field(parameter, item.subindex()) + " has no value and no default.");
        }
        return value;
    }

    private static byte[] alone(ParameterType type, String field, JsonNode value) {
        return switch (type.kind()) {
            case BOOLEAN -> new byte[]{(byte) (SimpleCodec.truth(field, value) ? 0xFF : 0)};
            case STRING -> {
                byte[] text = SimpleCodec.run(type, field, value);
                yield text.length == 0 ? new byte[1] : text;
            }
            case OCTET_STRING -> SimpleCodec.run(type, field, value);
            case INTEGER -> integer(type, field, value);
            default -> {
                byte[] octets = new byte[type.singularOctets()];
                SimpleCodec.write(octets, 0, type, field, value);
                yield octets;
            }
        };
    }

    /** The bits above those of the datatype repeat the sign (annex F.2.4). */
    private static byte[] integer(ParameterType type, String field, JsonNode value) {
        byte[] octets = new byte[type.singularOctets()];
        long number = SimpleCodec.number(type, field, value).longValue();
        SimpleCodec.write(octets, 0, octets.length * Byte.SIZE, number);
        return octets;
    }

    /**
     * The value of octets.
     *
     * @param subindex item, 0 for the whole
     * @throws ParameterException if the octets have a length that the datatype does not have
     */
    public static JsonNode decode(Parameter parameter, int subindex, byte[] octets) {
        ParameterType type = type(parameter);
        if (subindex != 0) {
            return alone(singly(parameter, subindex).type(), field(parameter, subindex), octets);
        }
        if (!parameter.hasItems()) {
            return alone(type, parameter.variableId(), octets);
        }
        if (octets.length != type.octets()) {
            throw length(parameter.variableId(), type.octets(), octets.length);
        }
        return type.isArray() ? array(type, octets) : record(type, octets);
    }

    /**
     * Why a value that was decoded is not as it should be, null if it is.
     *
     * @param item the item of the record or array that it is, null for a simple parameter
     * @param whole whether the octets are those of the whole parameter, not of the item alone
     */
    public static String status(Parameter parameter, ParameterItem item, boolean whole, byte[] octets) {
        ParameterType type = item == null ? type(parameter) : item.type();
        boolean sound = item != null && whole
                ? SimpleCodec.isSound(type, octets, item.bitOffset())
                : SimpleCodec.isSound(type, octets);
        return sound ? null : DecodedValue.INVALID_TEXT;
    }

    private static ObjectNode record(ParameterType type, byte[] octets) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (ParameterItem item : type.items()) {
            record.set(Integer.toString(item.subindex()), SimpleCodec.read(octets, item.bitOffset(), item.type()));
        }
        return record;
    }

    private static ArrayNode array(ParameterType type, byte[] octets) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        type.items().forEach(item -> array.add(SimpleCodec.read(octets, item.bitOffset(), item.type())));
        return array;
    }

    private static JsonNode alone(ParameterType type, String field, byte[] octets) {
        if (type.kind() == DatatypeKind.STRING || type.kind() == DatatypeKind.OCTET_STRING) {
            boolean exact = type.kind() == DatatypeKind.OCTET_STRING && type.fixed();
            if (octets.length > type.octets() || exact && octets.length != type.octets()) {
                throw length(field, type.octets(), octets.length);
            }
            return SimpleCodec.text(type, octets);
        }
        // Devices exist that send 24 bits in 3 octets instead of 4.
        if (octets.length != type.singularOctets() && octets.length != type.octets()) {
            throw length(field, type.singularOctets(), octets.length);
        }
        return type.kind() == DatatypeKind.BOOLEAN
                ? BooleanNode.valueOf(octets[0] != 0)
                : SimpleCodec.read(octets, 0, type);
    }

    private static ParameterException length(String field, int expected, int actual) {
        return new ParameterException(field, ParameterException.WRONG_LENGTH,
                field + " has " + expected + (expected == 1 ? " octet" : " octets") + ", this is " + actual + ".");
    }

    private static ParameterType type(Parameter parameter) {
        if (parameter.type() == null) {
            throw new ParameterException(parameter.variableId(), ParameterException.UNKNOWN_DATATYPE,
                    "The description does not define the datatype of " + parameter.variableId() + " completely.");
        }
        return parameter.type();
    }

    private static ParameterItem singly(Parameter parameter, int subindex) {
        ParameterItem item = item(parameter, subindex);
        if (!parameter.type().subindexAccess()) {
            throw new ParameterException(field(parameter, subindex), ParameterException.NO_SUBINDEX_ACCESS,
                    parameter.variableId() + " can only be read and written as a whole (subindex 0).");
        }
        return item;
    }

    /** An item; the parameter's datatype must be known. */
    public static ParameterItem item(Parameter parameter, int subindex) {
        ParameterItem item = type(parameter).item(subindex);
        if (item == null) {
            throw new ParameterException(field(parameter, subindex), ParameterException.UNKNOWN_ITEM,
                    parameter.variableId() + " has no subindex " + subindex + ".");
        }
        return item;
    }

    /** How errors call a parameter or an item of it. */
    static String field(Parameter parameter, int subindex) {
        return new ParameterKey(parameter.variableId(), subindex).text();
    }

    /** A value as descriptions write it (defaults, single values) as JSON; null if it is absent or not understood. */
    public static JsonNode written(ParameterType type, String text) {
        if (text == null) {
            return null;
        }
        return switch (type.kind()) {
            case BOOLEAN -> switch (text.strip()) {
                case "true", "1" -> BooleanNode.TRUE;
                case "false", "0" -> BooleanNode.FALSE;
                default -> null;
            };
            case INTEGER, UINTEGER, FLOAT32 -> {
                BigDecimal number = Lexical.number(text);
                yield number == null ? null : DecimalNode.valueOf(number);
            }
            case OCTET_STRING -> {
                byte[] octets = SimpleCodec.octets(text);
                yield octets == null ? null : TextNode.valueOf(SimpleCodec.hex(octets));
            }
            case RECORD, ARRAY -> null;
            default -> TextNode.valueOf(text);
        };
    }

    /**
     * A value in the unit of a scale instead of the raw number, and with {@code toRaw} the other way round. Records and arrays are
     * converted item by item; values without a scale, and special codes, stay as they are.
     *
     * @param unitCode unit that is wanted, null = the first scale in menu order
     */
    public static JsonNode scaled(Parameter parameter, int subindex, JsonNode value, Integer unitCode, boolean toRaw) {
        ParameterType type = type(parameter);
        if (subindex != 0) {
            return scaled(item(parameter, subindex).type(), parameter.scale(subindex, unitCode), value, toRaw);
        }
        if (!parameter.hasItems()) {
            return scaled(type, parameter.scale(0, unitCode), value, toRaw);
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<Integer, JsonNode> entry : ItemValues.of(parameter, value).entrySet()) {
            record.set(Integer.toString(entry.getKey()), scaled(item(parameter, entry.getKey()).type(),
                    parameter.scale(entry.getKey(), unitCode), entry.getValue(), toRaw));
        }
        if (!type.isArray()) {
            return record;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Iterator<JsonNode> elements = record.elements(); elements.hasNext();) {
            array.add(elements.next());
        }
        return array;
    }

    private static JsonNode scaled(ParameterType type, ParameterScale scale, JsonNode value, boolean toRaw) {
        if (scale == null || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
            return value;
        }
        BigDecimal number = value.decimalValue();
        if (!toRaw) {
            return type.allowed().isSpecial(number) ? value : DecimalNode.valueOf(scale.scale(number));
        }
        BigDecimal raw = scale.unscale(number);
        boolean whole = type.kind() == DatatypeKind.INTEGER || type.kind() == DatatypeKind.UINTEGER;
        // A magnitude beyond 64 bits is refused later by the range of the datatype and must not be written out here.
        return DecimalNode.valueOf(whole && raw.precision() - raw.scale() <= 20
                ? raw.setScale(0, RoundingMode.HALF_UP)
                : raw);
    }
}
