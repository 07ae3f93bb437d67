package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * Device-specific view of direct parameter page 2 (index 1), clause 7.5.4.2.
 *
 * @param element {@code DirectParameterOverlay}, in 1.0.1 {@code StdDirectParameterRef}
 * @param id id
 * @param accessRights access
 * @param defaultValue default, null if none
 * @param dynamic null stands for false
 * @param modifiesOtherVariables null stands for false
 * @param excludedFromDataStorage null stands for false
 * @param type type of the page
 * @param itemInfos defaults and flags of items
 * @param name name
 * @param description description, null if none
 * @param source place in the file
 */
public record DirectParameterOverlay(String element, String id, AccessRights accessRights, String defaultValue,
        Boolean dynamic, Boolean modifiesOtherVariables, Boolean excludedFromDataStorage, TypeUse type,
        List<RecordItemInfo> itemInfos, TextRef name, TextRef description, Source source) implements VariableEntry {

    public DirectParameterOverlay {
        itemInfos = List.copyOf(itemInfos);
    }
}
