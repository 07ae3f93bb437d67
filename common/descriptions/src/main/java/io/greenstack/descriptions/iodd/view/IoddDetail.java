package io.greenstack.descriptions.iodd.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.Sparse;

/**
 * All that the detail of a description shows besides its summary.
 *
 * @param deviceName name of the device family's device (1.1 and later), absent if not given
 * @param vendorText text of the vendor
 * @param vendorUrl address of the vendor
 * @param vendorLogo file name of the vendor's logo
 * @param additionalDeviceIds further device ids the file is made for
 * @param languages languages of the texts, the primary one first
 * @param productNames name of the product by language, for lists
 * @param documentInfo about the file
 * @param features what the device supports
 * @param communication one entry for each physical layer
 * @param variants product variants
 * @param parameters variables, standard ones resolved
 * @param processData process data in document order
 * @param errors error types
 * @param menus menus and the roles that see them
 */
public record IoddDetail(String deviceName, String vendorText, String vendorUrl, String vendorLogo,
        List<Integer> additionalDeviceIds, List<String> languages, Map<String, String> productNames,
        DocumentView documentInfo, FeaturesView features,
        List<CommunicationView> communication, List<VariantView> variants, List<ParameterView> parameters,
        List<ProcessDataView> processData, List<ErrorView> errors, List<EventView> events,
        MenusView menus) implements Sparse {

    /** The same with the first parameters only. */
    public IoddDetail withFirst(int most) {
        return parameters.size() <= most
                ? this
                : new IoddDetail(deviceName, vendorText, vendorUrl, vendorLogo, additionalDeviceIds, languages,
                        productNames, documentInfo, features, communication, variants, parameters.subList(0, most),
                        processData, errors, events, menus);
    }

    /** About the file and its vendor; members are absent if not given. {@code product_text} is that of the first variant. */
    public record DocumentView(String version, String releaseDate, String copyright, String vendorName,
            String vendorUrl, String vendorText, String productText, String deviceFamily, Long stampCrc,
            String checkerName,
            String checkerVersion) implements Sparse {}

    /** What the device supports; members are absent if not given. */
    public record FeaturesView(Boolean blockParameter, Boolean dataStorage, String profileCharacteristic,
            Boolean accessLocksParameter, Boolean accessLocksDataStorage, Boolean accessLocksLocalParameterization,
            Boolean accessLocksLocalUserInterface) implements Sparse {}

    /**
     * A physical layer.
     *
     * @param bitrate {@code COM1} (4.8 kbit/s), {@code COM2} (38.4 kbit/s) or {@code COM3} (230.4 kbit/s)
     * @param minCycleTime shortest cycle in microseconds
     * @param msequenceCapability the bit field as a number
     * @param msequenceCapabilityText the bit field as written in the file, leading zeros included
     * @param msequence the bit field taken apart
     * @param wireless what only IO-Link Wireless has, absent for wired devices
     * @param connections connectors and their wires
     */
    public record CommunicationView(String iolinkRevision, String compatibleWith, String bitrate, Integer minCycleTime,
            Integer msequenceCapability, String msequenceCapabilityText, MSequenceView msequence, Boolean sioSupported,
            String physics, WirelessView wireless, List<ConnectionView> connections) implements Sparse {}

    /**
     * M-sequence capability (IO-Link interface specification, annex B.1.4).
     *
     * @param isduSupported bit 0
     * @param operateCode bits 1 to 3: code of the M-sequence type in OPERATE
     * @param preoperateCode bits 4 and 5: code of the M-sequence type in PREOPERATE
     */
    public record MSequenceView(boolean isduSupported, int operateCode, int preoperateCode) {

        static MSequenceView of(Integer capability) {
            return capability == null
                    ? null
                    : new MSequenceView((capability & 1) != 0, capability >> 1 & 7, capability >> 4 & 3);
        }
    }

    /** What IO-Link Wireless adds to a physical layer. */
    public record WirelessView(String revision, Integer minCycleTimeOut, Integer minCycleTimeIn, Integer maxTxPower,
            String defaultSlotType, Boolean bridge, Boolean lowPowerDevice) implements Sparse {}

    /** A connection with its wires. */
    public record ConnectionView(String connectionType, String connectionSymbol, List<String> productIds,
            String description, List<WireView> wires) implements Sparse {}

    /** A wire, numbered as on the connector. */
    public record WireView(int wireNumber, String wireColor, String wireFunction,
            String wireDescription) implements Sparse {}

    /** A product variant. */
    public record VariantView(String productVariantId, String deviceSymbol, String productVariantImage,
            String hardwareRevision, String firmwareRevision, String productVariantName,
            String productVariantText) implements Sparse {}

    /** An error type; {@code code} and {@code additional_code} together identify it. */
    public record ErrorView(Integer code, Integer additionalCode, String name, String description,
            boolean standard) implements Sparse {}

    /** An event; type is {@code Notification}, {@code Warning}, {@code Error} or the text of the file. */
    public record EventView(Integer code, String name, String description, String eventType, String mode,
            boolean standard) implements Sparse {}

    /** Menus in document order and the roles that see them. */
    public record MenusView(List<MenuView> menus, List<RoleView> roleSets) {}

    /** A menu. */
    public record MenuView(String menuId, String name, List<MenuItemView> items) implements Sparse {}

    /**
     * An entry of a menu.
     *
     * @param type {@code VariableRef}, {@code RecordItemRef} or {@code MenuRef}
     * @param condition when a sub-menu is shown
     * @param buttonValue value of the first button
     * @param recordItemRef variable of a {@code RecordItemRef}
     * @param index ISDU index of the variable; this and what follows is that of the variable, or record item, that the entry
     *        refers to by id and subindex
     * @param parameterName name of the variable or record item
     * @param accessRights access to it, narrowed by {@code access_right_restriction}
     */
    public record MenuItemView(String type, String variableId, Integer subindex, String accessRightRestriction,
            String displayFormat, Integer unitCode, String unit, BigDecimal gradient,
            BigDecimal offset, String buttonValue, List<ButtonView> buttons, String menuRef, ConditionView condition,
            String recordItemRef, Integer index, String parameterName, String parameterDescription, String dataType,
            Integer bitLength, String accessRights, String defaultValue, String minValue, String maxValue,
            Map<String, String> enumerationValues, List<SingleValueView> singleValues,
            List<RangeView> ranges) implements Sparse {}

    /** A button of a menu entry. */
    public record ButtonView(String buttonValue, String description, String actionStartedMessage) implements Sparse {}

    /** Holds while a variable, or a record item of it, has a value; with their names. */
    public record ConditionView(String conditionVariableId, Integer subindex, Integer conditionValue,
            String conditionVariableName, String conditionValueName) implements Sparse {}

    /** Menus of a role: observer, maintenance or specialist. */
    public record RoleView(String roleType, String identificationMenu, String parameterMenu, String observationMenu,
            String diagnosisMenu) implements Sparse {}

    /** A range of a value as written. */
    public record RangeView(String minValue, String maxValue, String name) implements Sparse {}

    /** A single value as written, with its meaning. */
    public record SingleValueView(String value, String name) implements Sparse {}

    /**
     * A datatype where it is used.
     *
     * @param bitLength length in bits, absent if it is not fixed
     * @param elementType type of the elements of an array
     * @param count number of elements of an array
     */
    public record TypeView(String dataType, Integer bitLength, Integer fixedLength, String encoding, Integer count,
            Boolean subindexAccessSupported, TypeView elementType, List<SingleValueView> singleValues,
            List<RangeView> ranges,
            List<RecordItemView> recordItems) implements Sparse {}

    /** An item of a record. */
    public record RecordItemView(Integer subindex, String name, String description, Integer bitOffset,
            Integer bitLength, String dataType, String datatypeRef, Integer fixedLength, String encoding,
            String accessRights, String defaultValue, Boolean modifiesOtherVariables, Boolean excludedFromDataStorage,
            List<SingleValueView> singleValues, List<RangeView> ranges, BigDecimal gradient,
            BigDecimal offset, Integer unitCode, String unit, String displayFormat) implements Sparse {}

    /**
     * A variable.
     *
     * @param enumerationValues single values and their names
     * @param element {@code Variable}, {@code StdVariableRef}, {@code DirectParameterOverlay} or {@code StdDirectParameterRef}
     * @param standard whether it is a variable of the standard
     * @param recordItems items of a record; absent for other types
     */
    public record ParameterView(String variableId, Integer index, String name, String description, String dataType,
            String accessRights, String defaultValue, String minValue, String maxValue, String valueRangeName,
            Integer bitLength, Map<String, String> enumerationValues, Integer unitCode, String unit,
            BigDecimal gradient, BigDecimal offset, String displayFormat, boolean dynamic,
            boolean excludedFromDataStorage, boolean modifiesOtherVariables, boolean standard, String element,
            List<SingleValueView> singleValues,
            List<RangeView> ranges, List<RecordItemView> recordItems, TypeView type) implements Sparse {}

    /**
     * Process data of one direction.
     *
     * @param direction {@code input} (device to master) or {@code output}
     */
    public record ProcessDataView(String pdId, String processDataId, String name, String direction, Integer bitLength,
            String dataType, ConditionView condition, Integer unitCode, String unit, BigDecimal gradient,
            BigDecimal offset, String displayFormat, List<SingleValueView> singleValues, List<RangeView> ranges,
            List<RecordItemView> recordItems, TypeView type) implements Sparse {}
}
