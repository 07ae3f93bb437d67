package io.greenstack.descriptions.iodd.model;

import java.util.List;

/** An entry of the variable collection. */
public sealed interface VariableEntry extends IoddNode {

    /** Id that menus and conditions refer to. */
    String id();

    /**
     * A standard variable that the device has, clause 7.5.4.1.
     *
     * @param id id of the standard variable
     * @param defaultValue default, null if none
     * @param fixedLengthRestriction shorter length in octets (texts) or elements (arrays), null if none
     * @param excludedFromDataStorage null stands for false
     * @param values the values the device supports; empty = those of the standard
     * @param items what differs for items of a record
     */
    record StdVariableRef(String id, String defaultValue, Integer fixedLengthRestriction,
            Boolean excludedFromDataStorage, List<AllowedValue> values, List<StdRecordItemRef> items,
            Source source) implements VariableEntry {

        public StdVariableRef {
            values = List.copyOf(values);
            items = List.copyOf(items);
        }
    }

    /**
     * What differs for an item of a standard variable.
     *
     * @param subindex subindex of the item
     * @param defaultValue default, null if none
     * @param values the values the device supports
     */
    record StdRecordItemRef(Integer subindex, String defaultValue, List<AllowedValue> values,
            Source source) implements IoddNode {

        public StdRecordItemRef {
            values = List.copyOf(values);
        }
    }

    /**
     * Device-specific view of direct parameter page 2 (index 1), clause 7.5.4.2.
     *
     * @param element {@code DirectParameterOverlay}, in 1.0.1 {@code StdDirectParameterRef}
     * @param accessRights access
     * @param defaultValue default, null if none
     * @param dynamic null stands for false
     * @param modifiesOtherVariables null stands for false
     * @param excludedFromDataStorage null stands for false
     * @param type type of the page
     * @param itemInfos defaults and flags of items
     * @param description description, null if none
     */
    record DirectParameterOverlay(String element, String id, AccessRights accessRights, String defaultValue,
            Boolean dynamic, Boolean modifiesOtherVariables, Boolean excludedFromDataStorage, TypeUse type,
            List<RecordItemInfo> itemInfos, TextRef name, TextRef description, Source source) implements VariableEntry {

        public DirectParameterOverlay {
            itemInfos = List.copyOf(itemInfos);
        }
    }

    /**
     * A parameter of the device, clause 7.5.4.3.
     *
     * @param index ISDU index
     * @param accessRights access, null if absent or not understood
     * @param defaultValue default as written, null if none
     * @param dynamic true if the device changes it by itself; null stands for false
     * @param modifiesOtherVariables null stands for false
     * @param excludedFromDataStorage null stands for false
     * @param itemInfos defaults and flags of items
     * @param description description, null if none
     */
    record Variable(String id, Integer index, AccessRights accessRights, String defaultValue, Boolean dynamic,
            Boolean modifiesOtherVariables, Boolean excludedFromDataStorage, TypeUse type,
            List<RecordItemInfo> itemInfos,
            TextRef name, TextRef description, Source source) implements VariableEntry {

        public Variable {
            itemInfos = List.copyOf(itemInfos);
        }
    }

    /**
     * Default and flags of a record item.
     *
     * @param subindex subindex of the item
     * @param defaultValue default as written, null if none
     * @param modifiesOtherVariables null stands for false
     * @param excludedFromDataStorage null stands for false
     */
    record RecordItemInfo(Integer subindex, String defaultValue, Boolean modifiesOtherVariables,
            Boolean excludedFromDataStorage, Source source) implements IoddNode {}
}
