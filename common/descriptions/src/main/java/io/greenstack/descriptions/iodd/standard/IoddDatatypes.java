package io.greenstack.descriptions.iodd.standard;

import java.util.HashMap;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.TypeUse;
import io.greenstack.descriptions.iodd.model.TypeUse.DatatypeRef;

/** The datatypes of a description, wherever they are written. */
public final class IoddDatatypes {

    private final Map<String, Datatype> byId = new HashMap<>();

    private IoddDatatypes() {}

    /** The named datatypes of a description. */
    public static IoddDatatypes of(IoddDescription description) {
        IoddDatatypes datatypes = new IoddDatatypes();
        for (Datatype datatype : description.datatypes()) {
            if (datatype.id() != null) {
                datatypes.byId.putIfAbsent(datatype.id(), datatype);
            }
        }
        return datatypes;
    }

    /** The datatype that is used, null if a reference leads nowhere. */
    public Datatype resolve(TypeUse use) {
        return use instanceof DatatypeRef ref ? byId.get(ref.datatypeId()) : (Datatype) use;
    }
}
