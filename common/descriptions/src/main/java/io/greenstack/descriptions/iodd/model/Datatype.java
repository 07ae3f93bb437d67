package io.greenstack.descriptions.iodd.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;

/**
 * A datatype, clause 7.5.3.
 *
 * @param element {@code Datatype} or {@code SimpleDatatype}
 * @param id id, null for a type used only where it stands
 * @param kind type; {@link DatatypeKind#UNKNOWN} if {@code xsi:type} is absent or not known, never null
 * @param bitLength length in bits of numbers and records, else null
 * @param fixedLength length in octets of texts and octet strings, else null
 * @param encoding {@code UTF-8} or {@code US-ASCII} for texts, else null
 * @param count number of array elements, else null
 * @param subindexAccessSupported false if items cannot be accessed singly; null stands for true
 * @param values single values and ranges in document order
 * @param recordItems items of a record
 * @param elementType type of the elements of an array, else null
 */
public record Datatype(String element, String id, DatatypeKind kind, Integer bitLength, Integer fixedLength,
        String encoding, Integer count, Boolean subindexAccessSupported, List<AllowedValue> values,
        List<RecordItem> recordItems, TypeUse elementType, Source source) implements TypeUse {

    public Datatype {
        kind = kind == null ? DatatypeKind.UNKNOWN : kind;
        values = List.copyOf(values);
        recordItems = List.copyOf(recordItems);
    }

    /** The type as {@code xsi:type} gives it; null if the attribute is absent. */
    public DatatypeKind writtenKind() {
        return kind == DatatypeKind.UNKNOWN && !source.lexical().containsKey("xsi:type") ? null : kind;
    }

    /** The single values in document order. */
    public List<SingleValue> singleValues() {
        return values.stream().filter(SingleValue.class::isInstance).map(SingleValue.class::cast).toList();
    }

    /** The ranges in document order. */
    public List<ValueRange> ranges() {
        return values.stream().filter(ValueRange.class::isInstance).map(ValueRange.class::cast).toList();
    }

    /**
     * An item of a record, clause 7.5.3.2.
     *
     * @param subindex subindex, 1..255
     * @param bitOffset position of the lowest bit, counted from the least significant bit of the last octet
     * @param accessRightRestriction narrower access, null if none
     * @param type type of the item
     * @param description description, null if none
     */
    public record RecordItem(Integer subindex, Integer bitOffset, AccessRights accessRightRestriction, TypeUse type,
            TextRef name, TextRef description, Source source) implements IoddNode {}

    /** The datatypes of IODD clause 7.5.3, by their {@code xsi:type}. */
    public enum DatatypeKind {
        /** One bit. */
        BOOLEAN("BooleanT"),
        /** Unsigned integer of 2..64 bits. */
        UINTEGER("UIntegerT"),
        /** Signed integer of 2..64 bits. */
        INTEGER("IntegerT"),
        /** IEEE 754, 32 bits. */
        FLOAT32("Float32T"),
        /** Text of up to 232 octets. */
        STRING("StringT"),
        /** Octets, up to 232. */
        OCTET_STRING("OctetStringT"),
        /** Point in time, 64 bits. */
        TIME("TimeT"),
        /** Span of time, 64 bits. */
        TIME_SPAN("TimeSpanT"),
        /** Record of simple items. */
        RECORD("RecordT"),
        /** Array of equal simple items. */
        ARRAY("ArrayT"),
        /** Any of the input process data. */
        PROCESS_DATA_IN_UNION("ProcessDataInUnionT"),
        /** Any of the output process data. */
        PROCESS_DATA_OUT_UNION("ProcessDataOutUnionT"),
        /** No type name, or one the specification does not know; the name is in {@link Source#lexical()}. */
        UNKNOWN("?");

        private static final Map<String, DatatypeKind> BY_NAME = Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(DatatypeKind::xsiType, kind -> kind));

        private final String xsiType;

        DatatypeKind(String xsiType) {
            this.xsiType = xsiType;
        }

        /** Name in {@code xsi:type}, without prefix. */
        public String xsiType() {
            return xsiType;
        }

        /** The type of an {@code xsi:type}, a namespace prefix is ignored; null if there is none of that name. */
        public static DatatypeKind of(String xsiType) {
            return BY_NAME.get(xsiType.substring(xsiType.indexOf(':') + 1));
        }

        /** True for types whose values are numbers or truth values. */
        public boolean isNumeric() {
            return this == BOOLEAN || this == UINTEGER || this == INTEGER || this == FLOAT32;
        }
    }
}
