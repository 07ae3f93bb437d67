package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * A parameter of the device, clause 7.5.4.3.
 *
 * @param id id
 * @param index ISDU index
 * @param accessRights access, null if absent or not understood
 * @param defaultValue default as written, null if none
 * @param dynamic true if the device changes it by itself; null stands for false
 * @param modifiesOtherVariables null stands for false
 * @param excludedFromDataStorage null stands for false
 * @param type type
 * @param itemInfos defaults and flags of items
 * @param name name
 * @param description description, null if none
 * @param source place in the file
 */
public record Variable(String id, Integer index, AccessRights accessRights, String defaultValue, Boolean dynamic,
        Boolean modifiesOtherVariables, Boolean excludedFromDataStorage, TypeUse type, List<RecordItemInfo> itemInfos,
        TextRef name, TextRef description, Source source) implements VariableEntry {

    public Variable {
        itemInfos = List.copyOf(itemInfos);
    }
}
