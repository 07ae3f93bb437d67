package io.greenstack.descriptions.iodd.layout;

import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;

/** Length of datatypes in bits. */
public final class DatatypeLength {

    private DatatypeLength() {}

    /** The length a datatype claims, null if it does not say. */
    public static Long of(Datatype datatype, IoddDatatypes datatypes) {
        if (datatype.kind() == DatatypeKind.RECORD) {
            return datatype.bitLength() == null ? null : Long.valueOf(datatype.bitLength());
        }
        if (datatype.kind() == DatatypeKind.ARRAY) {
            Datatype element = datatypes.resolve(datatype.elementType());
            FieldType type = element == null ? null : FieldType.of(element);
            return type == null || datatype.count() == null ? null : (long) datatype.count() * type.bits();
        }
        FieldType type = FieldType.of(datatype);
        return type == null ? null : Long.valueOf(type.bits());
    }
}
