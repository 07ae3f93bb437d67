package io.greenstack.descriptions.iodd.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.greenstack.descriptions.iodd.view.IoddDetail.CommunicationView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RangeView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;
import io.greenstack.descriptions.iodd.view.IoddDetail.SingleValueView;
import io.greenstack.descriptions.iodd.view.IoddDetail.TypeView;

/** Parts of a description that have an endpoint of their own and are not in the detail. */
public final class IoddParts {

    private IoddParts() {}

    /** How an item of process data is shown, from the process data references. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UiInfoView(String pdId, String direction, String recordItemName, Integer subindex,
            BigDecimal gradient, BigDecimal offset, Integer unitCode, String unit, String displayFormat) {}

    /**
     * When a process data applies.
     *
     * @param conditionSubindex record item of the variable, absent for the whole
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PdConditionView(String pdId, String name, String direction, String conditionVariableId,
            Integer conditionSubindex, Integer conditionValue, String conditionVariableName,
            String conditionValueName) {}

    /**
     * Communication: the first physical layer, as most devices have one only, and all of them.
     *
     * @param connectionType connector of the first connection
     * @param wireConfig function of each wire of it: {@code Wire1} to {@code L+}
     * @param physicalLayers all physical layers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CommunicationPart(String iolinkRevision, String compatibleWith, String bitrate, Integer minCycleTime,
            Integer msequenceCapability, String msequenceCapabilityText, IoddDetail.MSequenceView msequence,
            Boolean sioSupported, String physics, String connectionType, Map<String, String> wireConfig,
            List<CommunicationView> physicalLayers) {}

    /** A button of a menu entry and what it writes. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MenuButtonView(String menuId, String variableId, Integer subindex, String buttonValue,
            String description, String actionStartedMessage) {}

    /** Menus with the parameters they edit, and the menus of each role. */
    public record ConfigSchema(List<ConfigMenu> menus, Map<String, Map<String, String>> roleMappings) {}

    /** A menu of the configuration schema. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConfigMenu(String id, String name, List<ConfigItem> items) {}

    /** An entry of a menu; {@code parameter} is absent where it leads nowhere. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConfigItem(String type, String variableId, String recordItemRef, Integer subindex,
            String accessRightRestriction, String displayFormat, Integer unitCode, String unit, BigDecimal gradient,
            BigDecimal offset, String buttonValue, String menuRef, IoddDetail.ConditionView condition,
            ConfigParameter parameter) {}

    /** The parameter, or record item, of a menu entry. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConfigParameter(String id, Integer index, Integer subindex, String name, String dataType,
            String accessRights, String defaultValue, String minValue, String maxValue, String unit, String description,
            Map<String, String> enumerationValues, List<RangeView> ranges, Integer bitLength) {}

    /** A setting for automatic tests; {@code Config7} raises events. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TestConfigView(String configType, Integer paramIndex, String testValue,
            List<TriggerView> eventTriggers) {}

    /** Values that let an event appear and disappear. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TriggerView(Integer appearValue, Integer disappearValue) {}

    /** A named datatype of the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CustomDatatypeView(String datatypeId, String datatypeXsiType, Integer bitLength, Integer fixedLength,
            String encoding, Integer count, Boolean subindexAccessSupported, TypeView elementType,
            List<SingleValueView> singleValues, List<RangeView> ranges, List<RecordItemView> recordItems) {}

    /**
     * All texts of the file and its language files.
     *
     * @param languages language codes, the primary one first
     * @param textData text by text id and language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LanguagesView(List<String> languages, String primaryLanguage,
            Map<String, Map<String, String>> textData) {}
}
