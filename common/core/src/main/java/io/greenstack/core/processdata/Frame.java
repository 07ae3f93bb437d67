package io.greenstack.core.processdata;

import java.util.List;
import java.util.Objects;

/**
 * One alternative of the process data of a direction. The first frame whose conditions hold and whose length fits the
 * received octets is decoded.
 *
 * @param id id in the description (IODD: the id of ProcessDataIn/ProcessDataOut, EDS: the assembly)
 * @param name name for screens, may be empty
 * @param bitLength length in bits, 1 or more; the frame fills {@link #octets()} octets, unused bits are the most
 *        significant ones (IODD: of the first octet, EDS: of the last octet)
 * @param byteOrder big-endian for IO-Link, little-endian for CIP
 * @param when all must hold; empty = always
 * @param fields the fields in description order; they may leave gaps and may overlap
 */
public record Frame(String id, String name, int bitLength, ByteOrder byteOrder, List<Condition> when,
        List<Field> fields) {

    public Frame {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(byteOrder, "byteOrder");
        name = name == null ? "" : name;
        when = when == null ? List.of() : List.copyOf(when);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** The number of octets this frame has on the wire. */
    public int octets() {
        return (int) ((bitLength + 7L) / 8);
    }

    /** Bits of a field. A BooleanT that is alone in its octet takes all of it, also where the description calls it one bit. */
    public int bitsOf(Field field) {
        boolean alone = field.type() == ScalarType.BOOLEAN && field.subindex() == 0 && field.bitLength() == 1
                && field.bitOffset() == 0 && fields.size() == 1 && bitLength == 8;
        return alone ? 8 : field.bitLength();
    }
}
