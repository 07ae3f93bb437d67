package io.greenstack.descriptions.iodd.standard;

import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.model.AllowedValue;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.RecordItemInfo;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.VariableEntry;

/**
 * A variable of a device with all that the standard and the datatype collection say about it.
 *
 * @param id id
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
 * @param name name
 * @param description description, null if none
 * @param entry where it stands in the file
 */
public record ResolvedVariable(String id, Integer index, AccessRights access, Datatype datatype, String defaultValue,
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
