package io.greenstack.descriptions.iodd.model;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

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
