package io.greenstack.descriptions.iodd.standard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.model.AllowedValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.StdSingleValueRef;
import io.greenstack.descriptions.iodd.model.AllowedValue.StdValueRangeRef;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.Source;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.VariableEntry;
import io.greenstack.descriptions.iodd.model.VariableEntry.DirectParameterOverlay;
import io.greenstack.descriptions.iodd.model.VariableEntry.RecordItemInfo;
import io.greenstack.descriptions.iodd.model.VariableEntry.StdRecordItemRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.StdVariableRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.Variable;

/** The variables of a description, with references to standard variables and named datatypes resolved. */
public final class IoddVariables {

    private static final int DIRECT_PARAMETER_PAGE_2 = 1;
    private static final String SYSTEM_COMMAND = "V_SystemCommand";

    private final Map<String, ResolvedVariable> byId = new LinkedHashMap<>();

    private IoddVariables() {}

    /** The variables of a description in document order. */
    public static IoddVariables of(IoddDescription description) {
        return of(description, IoddDatatypes.of(description));
    }

    /** The variables of a description whose datatypes are known already. */
    public static IoddVariables of(IoddDescription description, IoddDatatypes datatypes) {
        IoddVariables variables = new IoddVariables();
        StandardDefinitions standard = StandardDefinitions.of(description.version());
        for (VariableEntry entry : description.variables()) {
            ResolvedVariable resolved = resolve(entry, standard, datatypes);
            if (resolved.id() != null) {
                variables.byId.putIfAbsent(resolved.id(), resolved);
            }
        }
        return variables;
    }

    /** A variable, null if the device has none of that id. */
    public ResolvedVariable find(String id) {
        return byId.get(id);
    }

    /** All variables in document order. */
    public Collection<ResolvedVariable> all() {
        return byId.values();
    }

    private static ResolvedVariable resolve(VariableEntry entry, StandardDefinitions standard,
            IoddDatatypes datatypes) {
        if (entry instanceof Variable variable) {
            return new ResolvedVariable(variable.id(), variable.index(), variable.accessRights(),
                    datatypes.resolve(variable.type()), variable.defaultValue(), variable.itemInfos(), Map.of(),
                    isTrue(variable.dynamic()), isTrue(variable.modifiesOtherVariables()),
                    isTrue(variable.excludedFromDataStorage()), false, variable.name(), variable.description(), entry);
        }
        if (entry instanceof DirectParameterOverlay overlay) {
            return new ResolvedVariable(overlay.id(), DIRECT_PARAMETER_PAGE_2, overlay.accessRights(),
                    datatypes.resolve(overlay.type()), overlay.defaultValue(), overlay.itemInfos(), Map.of(),
                    isTrue(overlay.dynamic()), isTrue(overlay.modifiesOtherVariables()),
                    isTrue(overlay.excludedFromDataStorage()), false, overlay.name(), overlay.description(), entry);
        }
        StdVariableRef ref = (StdVariableRef) entry;
        Variable definition = standard.variable(ref.id());
        return definition == null ? unknown(ref) : standard(ref, definition);
    }

    private static ResolvedVariable unknown(StdVariableRef ref) {
        return new ResolvedVariable(ref.id(), null, null, null, ref.defaultValue(), List.of(), Map.of(), false, false,
                isTrue(ref.excludedFromDataStorage()), true, null, null, ref);
    }

    private static ResolvedVariable standard(StdVariableRef ref, Variable definition) {
        Datatype type = (Datatype) definition.type();
        Map<Integer, List<AllowedValue>> itemValues = new HashMap<>();
        List<RecordItemInfo> infos = new ArrayList<>(definition.itemInfos());
        for (StdRecordItemRef item : ref.items()) {
            if (item.subindex() == null) {
                continue;
            }
            if (!item.values().isEmpty()) {
                itemValues.put(item.subindex(), supported(item.values(), itemType(type, item.subindex())));
            }
            if (item.defaultValue() != null) {
                RecordItemInfo before = infos.stream().filter(i -> item.subindex().equals(i.subindex())).findFirst()
                        .orElse(null);
                infos.remove(before);
                infos.add(new RecordItemInfo(item.subindex(), item.defaultValue(),
                        before == null ? null : before.modifiesOtherVariables(),
                        before == null ? null : before.excludedFromDataStorage(), item.source()));
            }
        }
        return new ResolvedVariable(ref.id(), definition.index(), definition.accessRights(), restrict(type, ref),
                ref.defaultValue(), infos, itemValues, isTrue(definition.dynamic()),
                isTrue(definition.modifiesOtherVariables()), isTrue(ref.excludedFromDataStorage()), true,
                definition.name(), definition.description(), ref);
    }

    private static Datatype itemType(Datatype record, int subindex) {
        return record.recordItems().stream().filter(item -> item.subindex() == subindex)
                .map(item -> (Datatype) item.type()).findFirst().orElse(null);
    }

    /** The standard type narrowed by the reference: shorter texts and arrays, the supported values only. */
    private static Datatype restrict(Datatype type, StdVariableRef ref) {
        Integer length = ref.fixedLengthRestriction();
        boolean array = type.kind() == DatatypeKind.ARRAY;
        Integer fixedLength = length != null && type.fixedLength() != null ? length : type.fixedLength();
        Integer count = length != null && array ? length : type.count();
        List<AllowedValue> values = ref.values().isEmpty() && !SYSTEM_COMMAND.equals(ref.id())
                ? type.values()
                : supported(ref.values(), type);
        return new Datatype(type.element(), type.id(), type.kind(), type.bitLength(), fixedLength, type.encoding(),
                count, type.subindexAccessSupported(), values, type.recordItems(), type.elementType(), Source.NONE);
    }

    /** The values a reference lists, those of the standard with the names the standard gives. */
    private static List<AllowedValue> supported(List<AllowedValue> listed, Datatype type) {
        List<AllowedValue> values = new ArrayList<>();
        for (AllowedValue value : listed) {
            AllowedValue supported = value;
            if (type != null && value instanceof StdSingleValueRef single && single.value() != null) {
                supported = type.singleValues().stream().filter(v -> v.value().equals(single.value().strip()))
                        .map(AllowedValue.class::cast)
                        .findFirst().orElse(new SingleValue(single.value(), null, null, single.source()));
            } else if (type != null && value instanceof StdValueRangeRef range) {
                supported = type.ranges().stream().filter(r -> r.lowerValue().equals(range.lowerValue()))
                        .map(AllowedValue.class::cast).findFirst().orElse(new ValueRange(range.lowerValue(),
                                range.upperValue(), null, null, range.source()));
            }
            values.add(supported);
        }
        return values;
    }

    private static boolean isTrue(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    /**
     * A variable of a device with all that the standard and the datatype collection say about it.
     *
     * @param index ISDU index, null if not given
     * @param access access, null if not given
     * @param datatype type, with the values the device supports; null if not known
     * @param defaultValue default of the whole as written, null if none
     * @param itemInfos defaults and flags of record items
     * @param itemValues values of record items that differ from those of the type, by subindex
     * @param dynamic true if the device changes it by itself
     * @param modifiesOtherVariables true if writing it changes other variables
     * @param excludedFromDataStorage true if data storage leaves it out
     * @param standard true for a standard variable
     * @param description description, null if none
     * @param entry where it stands in the file
     */
    public record ResolvedVariable(String id, Integer index, AccessRights access, Datatype datatype,
            String defaultValue,
            List<RecordItemInfo> itemInfos, Map<Integer, List<AllowedValue>> itemValues, boolean dynamic,
            boolean modifiesOtherVariables, boolean excludedFromDataStorage, boolean standard, TextRef name,
            TextRef description, VariableEntry entry) {

        public ResolvedVariable {
            itemInfos = List.copyOf(itemInfos);
            itemValues = Map.copyOf(itemValues);
        }

        /**
         * The default of a record item, or of the whole variable.
         *
         * @param subindex record item, 0 or null for the whole
         * @return the default as written, null if there is none
         */
        public String defaultOf(Integer subindex) {
            if (subindex == null || subindex == 0) {
                return defaultValue;
            }
            for (RecordItemInfo info : itemInfos) {
                if (subindex.equals(info.subindex())) {
                    return info.defaultValue();
                }
            }
            return null;
        }
    }
}
