package io.greenstack.descriptions.iodd.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * User interface, clause 7.5.8.
 *
 * @param processDataRefs how process data is shown, null if none
 * @param menus all menus
 * @param observer menus of the observer role
 * @param maintenance menus of the maintenance role
 * @param specialist menus of the specialist role
 */
public record UserInterface(IoddList<ProcessDataRef> processDataRefs, IoddList<Menu> menus, MenuSet observer,
        MenuSet maintenance, MenuSet specialist, Source source) implements IoddNode {

    /**
     * How one process data is shown.
     *
     * @param processDataId id of the ProcessDataIn or ProcessDataOut
     * @param infos one for simple types and arrays, else one an item
     */
    public record ProcessDataRef(String processDataId, List<ProcessDataInfo> infos, Source source) implements IoddNode {

        public ProcessDataRef {
            infos = List.copyOf(infos);
        }
    }

    /**
     * The menus of a role, clause 7.5.8.7.
     *
     * @param element {@code ObserverRoleMenuSet}, {@code MaintenanceRoleMenuSet} or {@code SpecialistRoleMenuSet}
     * @param identification identification menu
     * @param parameter parameter menu, null if none
     * @param observation observation menu, null if none
     * @param diagnosis diagnosis menu, null if none
     */
    public record MenuSet(String element, MenuSetRef identification, MenuSetRef parameter, MenuSetRef observation,
            MenuSetRef diagnosis, Source source) implements IoddNode {

        /** The menus that are there, in the order above. */
        public List<MenuSetRef> refs() {
            return Stream.of(identification, parameter, observation, diagnosis).filter(Objects::nonNull).toList();
        }
    }

    /**
     * Scale, unit and format of an item of process data.
     *
     * @param element {@code ProcessDataInfo} or {@code ProcessDataRecordItemInfo}
     * @param subindex subindex of the item, null for the whole
     * @param gradient factor, null = none
     * @param offset summand, null = none
     * @param unitCode unit, null = none
     * @param displayFormat {@code Dec}, {@code Dec.2}, {@code Hex}, {@code Bin}; null = as the type suggests
     */
    public record ProcessDataInfo(String element, Integer subindex, BigDecimal gradient, BigDecimal offset,
            Integer unitCode, String displayFormat, Source source) implements IoddNode {

        /** True if nothing but the item is named: it is shown, but neither scaled nor given a unit. */
        public boolean isBare() {
            return gradient == null && offset == null && unitCode == null;
        }
    }

    /**
     * A menu of a role.
     *
     * @param menuId menu
     * @param xsiType {@code xsi:type}, null if not given
     */
    public record MenuSetRef(String menuId, String xsiType, Source source) implements IoddNode {}

    /**
     * A menu.
     *
     * @param name name, null if none
     * @param items items in document order
     */
    public record Menu(String id, TextRef name, List<MenuItem> items, Source source) implements IoddNode {

        public Menu {
            items = List.copyOf(items);
        }

        /** Its variables and record items. */
        public Stream<MenuItem.DataItemRef> dataItems() {
            return items.stream().filter(MenuItem.DataItemRef.class::isInstance)
                    .map(MenuItem.DataItemRef.class::cast);
        }
    }

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
}
