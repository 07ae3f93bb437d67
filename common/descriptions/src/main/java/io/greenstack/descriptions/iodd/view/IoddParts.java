package io.greenstack.descriptions.iodd.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.Sparse;
import io.greenstack.descriptions.iodd.view.IoddDetail.CommunicationView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RangeView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;
import io.greenstack.descriptions.iodd.view.IoddDetail.SingleValueView;
import io.greenstack.descriptions.iodd.view.IoddDetail.TypeView;

/** Parts of a description that have an endpoint of their own and are not in the detail. */
public final class IoddParts {

    private IoddParts() {}

    /** How an item of process data is shown, from the process data references. */
    public record UiInfoView(String pdId, String direction, String recordItemName, Integer subindex,
            BigDecimal gradient, BigDecimal offset, Integer unitCode, String unit,
            String displayFormat) implements Sparse {}

    /**
     * When a process data applies.
     *
     * @param conditionSubindex record item of the variable, absent for the whole
     */
    public record PdConditionView(String pdId, String name, String direction, String conditionVariableId,
            Integer conditionSubindex, Integer conditionValue, String conditionVariableName,
            String conditionValueName) implements Sparse {}

    /**
     * Communication: the first physical layer, as most devices have one only, and all of them.
     *
     * @param connectionType connector of the first connection
     * @param wireConfig function of each wire of it: {@code Wire1} to {@code L+}
     * @param physicalLayers all physical layers
     */
    public record CommunicationPart(String iolinkRevision, String compatibleWith, String bitrate, Integer minCycleTime,
            Integer msequenceCapability, String msequenceCapabilityText, IoddDetail.MSequenceView msequence,
            Boolean sioSupported, String physics, String connectionType, Map<String, String> wireConfig,
            List<CommunicationView> physicalLayers) implements Sparse {}

    /** A button of a menu entry and what it writes. */
    public record MenuButtonView(String menuId, String variableId, Integer subindex, String buttonValue,
            String description, String actionStartedMessage) implements Sparse {}

    /** Menus with the parameters they edit, and the menus of each role. */
    public record ConfigSchema(List<ConfigMenu> menus, Map<String, Map<String, String>> roleMappings) {}

    /** A menu of the configuration schema. */
    public record ConfigMenu(String id, String name, List<ConfigItem> items) implements Sparse {}

    /** An entry of a menu; {@code parameter} is absent where it leads nowhere. */
    public record ConfigItem(String type, String variableId, String recordItemRef, Integer subindex,
            String accessRightRestriction, String displayFormat, Integer unitCode, String unit, BigDecimal gradient,
            BigDecimal offset, String buttonValue, String menuRef, IoddDetail.ConditionView condition,
            ConfigParameter parameter) implements Sparse {}

    /** The parameter, or record item, of a menu entry. */
    public record ConfigParameter(String id, Integer index, Integer subindex, String name, String dataType,
            String accessRights, String defaultValue, String minValue, String maxValue, String unit, String description,
            Map<String, String> enumerationValues, List<RangeView> ranges, Integer bitLength) implements Sparse {}

    /** A setting for automatic tests; {@code Config7} raises events. */
    public record TestConfigView(String configType, Integer paramIndex, String testValue,
            List<TriggerView> eventTriggers) implements Sparse {}

    /** Values that let an event appear and disappear. */
    public record TriggerView(Integer appearValue, Integer disappearValue) implements Sparse {}

    /** A named datatype of the file. */
    public record CustomDatatypeView(String datatypeId, String datatypeXsiType, Integer bitLength, Integer fixedLength,
            String encoding, Integer count, Boolean subindexAccessSupported, TypeView elementType,
            List<SingleValueView> singleValues, List<RangeView> ranges,
            List<RecordItemView> recordItems) implements Sparse {}

    /**
     * All texts of the file and its language files.
     *
     * @param languages language codes, the primary one first
     * @param textData text by text id and language
     */
    public record LanguagesView(List<String> languages, String primaryLanguage,
            Map<String, Map<String, String>> textData) implements Sparse {}
}
