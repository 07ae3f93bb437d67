package io.greenstack.descriptions.iodd.layout;

import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.TextEncoding;
import io.greenstack.descriptions.iodd.model.Datatype;

/**
 * Type and length of a simple value.
 *
 * @param type scalar type
 * @param bits length in bits
 * @param encoding how text is held, null if it is no text
 */
record FieldType(ScalarType type, int bits, TextEncoding encoding) {

    private static final int MAX_NUMBER_BITS = 64;
    private static final int MAX_OCTETS = 232;

    /** The type of a simple datatype; null if its length is missing or impossible, or it is no simple type. */
    static FieldType of(Datatype datatype) {
        return switch (datatype.kind()) {
            case BOOLEAN -> new FieldType(ScalarType.BOOLEAN, 1, null);
            case UINTEGER -> number(ScalarType.UINTEGER, datatype.bitLength());
            case INTEGER -> number(ScalarType.INTEGER, datatype.bitLength());
            case FLOAT32 -> new FieldType(ScalarType.FLOAT32, 32, null);
            case TIME -> new FieldType(ScalarType.TIME, 64, null);
            case TIME_SPAN -> new FieldType(ScalarType.TIME_SPAN, 64, null);
            case OCTET_STRING -> octets(ScalarType.OCTETS, datatype.fixedLength(), null);
            case STRING -> octets(ScalarType.STRING, datatype.fixedLength(),
                    "US-ASCII".equals(datatype.encoding()) ? TextEncoding.US_ASCII : TextEncoding.UTF_8);
            default -> null;
        };
    }

    private static FieldType number(ScalarType type, Integer bits) {
        return bits == null || bits < 1 || bits > MAX_NUMBER_BITS ? null : new FieldType(type, bits, null);
    }

    private static FieldType octets(ScalarType type, Integer length, TextEncoding encoding) {
        return length == null || length < 1 || length > MAX_OCTETS
                ? null
                : new FieldType(type, length * Byte.SIZE, encoding);
    }
}
