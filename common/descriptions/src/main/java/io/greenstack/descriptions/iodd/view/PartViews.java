package io.greenstack.descriptions.iodd.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.CommNetworkProfile;
import io.greenstack.descriptions.iodd.model.CommNetworkProfile.TestConfig;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.Language;
import io.greenstack.descriptions.iodd.model.Language.Text;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataInfo;
import io.greenstack.descriptions.iodd.model.UserInterface.ProcessDataRef;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.view.IoddDetail.CommunicationView;
import io.greenstack.descriptions.iodd.view.IoddDetail.ConditionView;
import io.greenstack.descriptions.iodd.view.IoddDetail.ConnectionView;
import io.greenstack.descriptions.iodd.view.IoddDetail.MenuItemView;
import io.greenstack.descriptions.iodd.view.IoddDetail.MenusView;
import io.greenstack.descriptions.iodd.view.IoddDetail.ProcessDataView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RoleView;
import io.greenstack.descriptions.iodd.view.IoddDetail.TypeView;
import io.greenstack.descriptions.iodd.view.IoddDetail.WireView;
import io.greenstack.descriptions.iodd.view.IoddParts.CommunicationPart;
import io.greenstack.descriptions.iodd.view.IoddParts.ConfigItem;
import io.greenstack.descriptions.iodd.view.IoddParts.ConfigMenu;
import io.greenstack.descriptions.iodd.view.IoddParts.ConfigParameter;
import io.greenstack.descriptions.iodd.view.IoddParts.ConfigSchema;
import io.greenstack.descriptions.iodd.view.IoddParts.CustomDatatypeView;
import io.greenstack.descriptions.iodd.view.IoddParts.LanguagesView;
import io.greenstack.descriptions.iodd.view.IoddParts.MenuButtonView;
import io.greenstack.descriptions.iodd.view.IoddParts.PdConditionView;
import io.greenstack.descriptions.iodd.view.IoddParts.TestConfigView;
import io.greenstack.descriptions.iodd.view.IoddParts.TriggerView;
import io.greenstack.descriptions.iodd.view.IoddParts.UiInfoView;

/** Makes the parts that are not in the detail. */
public record PartViews(IoddDescription description, FunctionViews functions) {

    private static final List<String> ROLES = List.of("observer", "maintenance", "specialist");

    /** How process data is shown. */
    public List<UiInfoView> uiInfo() {
        List<ProcessDataView> processData = functions.processData();
        List<UiInfoView> views = new ArrayList<>();
        for (ProcessDataRef ref : description.processDataRefs()) {
            ProcessDataView shown = processData.stream()
                    .filter(candidate -> candidate.pdId() != null && candidate.pdId().equals(ref.processDataId()))
                    .findFirst().orElse(null);
            for (ProcessDataInfo info : ref.infos()) {
                Display.Look look = functions.display().look(info.unitCode(), info.gradient(), info.offset(),
                        info.displayFormat());
                views.add(new UiInfoView(ref.processDataId(), shown == null ? null : shown.direction(),
                        itemName(shown, info.subindex()), info.subindex(), look.gradient(), look.offset(),
                        look.unitCode(), look.unit(), look.displayFormat()));
            }
        }
        return views;
    }

    private static String itemName(ProcessDataView shown, Integer subindex) {
        if (shown == null || subindex == null || shown.recordItems() == null) {
            return shown == null || subindex != null ? null : shown.name();
        }
        return shown.recordItems().stream().filter(item -> subindex.equals(item.subindex())).map(RecordItemView::name)
                .findFirst().orElse(null);
    }

    /** When each process data applies. */
    public List<PdConditionView> conditions() {
        List<PdConditionView> views = new ArrayList<>();
        for (ProcessDataView processData : functions.processData()) {
            ConditionView condition = processData.condition();
            if (condition != null) {
                views.add(new PdConditionView(processData.pdId(), processData.name(), processData.direction(),
                        condition.conditionVariableId(), condition.subindex(), condition.conditionValue(),
                        condition.conditionVariableName(), condition.conditionValueName()));
            }
        }
        return views;
    }

    static CommunicationPart communication(List<CommunicationView> layers) {
        if (layers.isEmpty()) {
            return new CommunicationPart(null, null, null, null, null, null, null, null, null, null, null, layers);
        }
        CommunicationView first = layers.get(0);
        ConnectionView connection = first.connections().isEmpty() ? null : first.connections().get(0);
        Map<String, String> wires = new LinkedHashMap<>();
        if (connection != null) {
            connection.wires().forEach(wire -> wires.put("Wire" + wire.wireNumber(), wire.wireFunction()));
        }
        return new CommunicationPart(first.iolinkRevision(), first.compatibleWith(), first.bitrate(),
                first.minCycleTime(), first.msequenceCapability(), first.msequenceCapabilityText(), first.msequence(),
                first.sioSupported(), first.physics(), connection == null ? null : connection.connectionType(),
                connection == null ? null : wires, layers);
    }

    /** Wires by connection type; a second connection of the same type with other wires is told apart by a number. */
    static Map<String, List<WireView>> wiring(List<CommunicationView> layers) {
        Map<String, List<WireView>> wiring = new LinkedHashMap<>();
        for (CommunicationView layer : layers) {
            for (ConnectionView connection : layer.connections()) {
                String type = connection.connectionType() == null ? "Connection" : connection.connectionType();
                String key = type;
                for (int number = 2; wiring.containsKey(key) && !wiring.get(key).equals(connection.wires()); number++) {
                    key = type + " " + number;
                }
                wiring.put(key, connection.wires());
            }
        }
        return wiring;
    }

    static List<MenuButtonView> buttons(MenusView menus) {
        List<MenuButtonView> views = new ArrayList<>();
        menus.menus().forEach(menu -> menu.items().stream().filter(item -> item.buttons() != null)
                .forEach(item -> item.buttons()
                        .forEach(button -> views.add(new MenuButtonView(menu.menuId(), item.variableId(),
                                item.subindex(), button.buttonValue(), button.description(),
                                button.actionStartedMessage())))));
        return views;
    }

    static ConfigSchema configSchema(MenusView menus) {
        Map<String, Map<String, String>> roles = new LinkedHashMap<>();
        ROLES.forEach(role -> roles.put(role, new LinkedHashMap<>()));
        for (RoleView role : menus.roleSets()) {
            Map<String, String> mapping = roles.computeIfAbsent(role.roleType(), type -> new LinkedHashMap<>());
            put(mapping, "identification_menu", role.identificationMenu());
            put(mapping, "parameter_menu", role.parameterMenu());
            put(mapping, "observation_menu", role.observationMenu());
            put(mapping, "diagnosis_menu", role.diagnosisMenu());
        }
        return new ConfigSchema(menus.menus().stream().map(menu -> new ConfigMenu(menu.menuId(), menu.name(),
                menu.items().stream().map(PartViews::item).toList())).toList(), roles);
    }

    private static void put(Map<String, String> mapping, String key, String menu) {
        if (menu != null) {
            mapping.put(key, menu);
        }
    }

    private static ConfigItem item(MenuItemView item) {
        ConfigParameter parameter = item.parameterName() == null
                ? null
                : new ConfigParameter(item.variableId(), item.index(), item.subindex(), item.parameterName(),
                        item.dataType(), item.accessRights(), item.defaultValue(), item.minValue(), item.maxValue(),
                        item.unit(), item.parameterDescription(), item.enumerationValues(), item.ranges(),
                        item.bitLength());
        return new ConfigItem(item.type(), item.variableId(), item.recordItemRef(), item.subindex(),
                item.accessRightRestriction(), item.displayFormat(), item.unitCode(), item.unit(), item.gradient(),
                item.offset(), item.buttonValue(), item.menuRef(), item.condition(), parameter);
    }

    /** Settings for automatic tests. */
    public List<TestConfigView> testConfig() {
        CommNetworkProfile profile = description.device().commNetworkProfile();
        List<TestConfigView> views = new ArrayList<>();
        if (profile != null && profile.test() != null) {
            for (TestConfig config : profile.test().configs()) {
                views.add(new TestConfigView(config.element(), config.index(), config.testValue(), config.triggers()
                        .stream().map(trigger -> new TriggerView(trigger.appearValue(), trigger.disappearValue()))
                        .toList()));
            }
        }
        return views;
    }

    /** Named datatypes. */
    public List<CustomDatatypeView> customDatatypes() {
        List<CustomDatatypeView> views = new ArrayList<>();
        for (Datatype datatype : description.datatypes()) {
            TypeView type = functions.types().of(datatype, null);
            views.add(new CustomDatatypeView(datatype.id(), type.dataType(), TypeViews.length(datatype),
                    type.fixedLength(), type.encoding(), type.count(), type.subindexAccessSupported(),
                    type.elementType(), type.singleValues(), type.ranges(), functions.types().items(datatype,
                            subindex -> Display.NONE, List.of(), Map.of())));
        }
        return views;
    }

    /** All texts in all languages. */
    public LanguagesView languages() {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        for (Language language : description.languages()) {
            for (Text text : language.texts()) {
                if (text.id() != null && text.value() != null && language.lang() != null) {
                    texts.computeIfAbsent(text.id(), id -> new LinkedHashMap<>()).putIfAbsent(language.lang(),
                            text.value());
                }
            }
        }
        List<String> languages = List.copyOf(IoddTexts.languages(description));
        return new LanguagesView(languages, languages.isEmpty() ? null : languages.get(0), texts);
    }
}
