package io.greenstack.descriptions.iodd.model;

import java.math.BigDecimal;
import java.util.List;

/** An item of a menu. */
public sealed interface MenuItem extends IoddNode {

    /**
     * A variable or record item in a menu.
     *
     * @param element {@code VariableRef} or {@code RecordItemRef}
     * @param variableId variable shown
     * @param subindex record item shown, null for the whole variable
     * @param accessRightRestriction narrower access in this menu, null if none
     * @param displayFormat {@code Dec.2} and so on, in 1.0.1 also {@code Button}; null if none
     * @param gradient factor, null = none
     * @param offset summand, null = none
     * @param unitCode unit, null = none
     * @param buttonValue value a button writes (1.0.1), null if none
     */
    record DataItemRef(String element, String variableId, Integer subindex, AccessRights accessRightRestriction,
            String displayFormat, BigDecimal gradient, BigDecimal offset, Integer unitCode, String buttonValue,
            List<Button> buttons, Source source) implements MenuItem {

        public DataItemRef {
            buttons = List.copyOf(buttons);
        }

        /** True if the entry neither scales nor gives a unit. */
        public boolean isBare() {
            return gradient == null && offset == null && unitCode == null;
        }
    }

    /**
     * A menu within a menu.
     *
     * @param menuId menu
     * @param condition when it is shown, null = always
     */
    record MenuRef(String menuId, Condition condition, Source source) implements MenuItem {}

    /**
     * A button that writes a value.
     *
     * @param buttonValue value that is written
     * @param description caption, null if none
     * @param actionStartedMessage message after the write, null if none
     */
    record Button(String buttonValue, TextRef description, TextRef actionStartedMessage,
            Source source) implements IoddNode {}
}
