package io.greenstack.descriptions.iodd.parameter;

import java.util.List;

import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;

/**
 * Datatype of a parameter or item, complete enough to code values.
 *
 * @param kind datatype; unions of process data become {@link DatatypeKind#OCTET_STRING} or the one process data they are
 * @param bits length in bits when packed: of the whole record or array, of a simple value inside a record
 * @param usAscii true if text is US-ASCII, false for UTF-8
 * @param fixed true if an octet string has exactly this length, false if it may be shorter
 * @param subindexAccess true if items can be read and written one by one
 * @param items items of a record, elements of an array, by subindex; empty for simple types
 * @param allowed values that are allowed
 */
public record ParameterType(DatatypeKind kind, int bits, boolean usAscii, boolean fixed, boolean subindexAccess,
        List<ParameterItem> items, AllowedValues allowed) {

    public ParameterType {
        items = List.copyOf(items);
    }

    /** Length in octets when packed, or the greatest length of a text. */
    public int octets() {
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    /**
     * Length in octets when the value is transmitted alone (IO-Link interface specification, annex F.2): integers take 1, 2, 4
     * or 8 octets, a truth value one.
     */
    public int singularOctets() {
        if (kind != DatatypeKind.INTEGER && kind != DatatypeKind.UINTEGER) {
            return octets();
        }
        int octets = octets();
        return octets <= 2 ? octets : octets <= 4 ? 4 : Byte.SIZE;
    }

    /** The item of a subindex, null if there is none. */
    public ParameterItem item(int subindex) {
        return items.stream().filter(item -> item.subindex() == subindex).findFirst().orElse(null);
    }

    /** True for an array. */
    public boolean isArray() {
        return kind == DatatypeKind.ARRAY;
    }
}
