package io.greenstack.descriptions.iodd.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.greenstack.descriptions.iodd.model.Condition;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.ErrorEntry;
import io.greenstack.descriptions.iodd.model.ErrorEntry.ErrorType;
import io.greenstack.descriptions.iodd.model.EventEntry;
import io.greenstack.descriptions.iodd.model.EventEntry.Event;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.ProcessData;
import io.greenstack.descriptions.iodd.model.ProcessData.ProcessDataItem;
import io.greenstack.descriptions.iodd.model.VariableEntry;
import io.greenstack.descriptions.iodd.model.VariableEntry.DirectParameterOverlay;
import io.greenstack.descriptions.iodd.standard.IoddDatatypes;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.standard.IoddVariables;
import io.greenstack.descriptions.iodd.standard.IoddVariables.ResolvedVariable;
import io.greenstack.descriptions.iodd.standard.StandardDefinitions;
import io.greenstack.descriptions.iodd.view.IoddDetail.ConditionView;
import io.greenstack.descriptions.iodd.view.IoddDetail.ErrorView;
import io.greenstack.descriptions.iodd.view.IoddDetail.EventView;
import io.greenstack.descriptions.iodd.view.IoddDetail.ParameterView;
import io.greenstack.descriptions.iodd.view.IoddDetail.ProcessDataView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RangeView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;
import io.greenstack.descriptions.iodd.view.IoddDetail.SingleValueView;
import io.greenstack.descriptions.iodd.view.IoddDetail.TypeView;

/** Views of variables, process data, errors and events. */
public final class FunctionViews {

    private final IoddDescription description;
    private final IoddTexts texts;
    private final Map<String, ResolvedVariable> variables = new LinkedHashMap<>();
    private final Map<String, ParameterView> parameters = new HashMap<>();
    private final TypeViews types;
    private final Display display;
    private final StandardDefinitions standard;

    FunctionViews(IoddDescription description, IoddTexts texts) {
        this.description = description;
        this.texts = texts;
        IoddDatatypes datatypes = IoddDatatypes.of(description);
        this.types = new TypeViews(datatypes, texts);
        this.display = Display.of(description);
        this.standard = StandardDefinitions.of(description.version());
        IoddVariables.of(description, datatypes).all().forEach(variable -> variables.put(variable.id(), variable));
    }

    Display display() {
        return display;
    }

    TypeViews types() {
        return types;
    }

    /** All variables, standard ones resolved. */
    public List<ParameterView> parameters() {
        return parameters(0, variables.size());
    }

    /** The view of a variable, null if there is none of that id. */
    ParameterView parameter(String variableId) {
        ResolvedVariable variable = variableId == null ? null : variables.get(variableId);
        return variable == null ? null : parameters.computeIfAbsent(variableId, id -> parameter(variable));
    }

    /** Some of the parameters; the views of others are not made. */
    public List<ParameterView> parameters(long skip, long limit) {
        return variables.keySet().stream().skip(skip).limit(limit).map(this::parameter).toList();
    }

    /** Number of the variables. */
    public int parameterCount() {
        return variables.size();
    }

    private ParameterView parameter(ResolvedVariable variable) {
        Datatype datatype = variable.datatype();
        List<RecordItemView> items = types.items(datatype, subindex -> display.of(variable.id(), subindex),
                variable.itemInfos(), variable.itemValues());
        TypeView type = types.of(datatype, items);
        List<RangeView> ranges = type == null ? null : type.ranges();
        List<SingleValueView> singles = type == null ? null : type.singleValues();
        RangeView range = ranges == null ? null : ranges.get(0);
        Display.Look look = display.of(variable.id(), null);
        return new ParameterView(variable.id(), variable.index(), nameOf(variable), texts.text(variable.description()),
                TypeViews.name(datatype), variable.access() == null ? null : variable.access().token(),
                variable.defaultValue(), range == null ? null : range.minValue(),
                range == null ? null : range.maxValue(),
                range == null ? null : range.name(), datatype == null ? null : TypeViews.length(datatype),
                TypeViews.enumeration(singles), look.unitCode(), look.unit(), look.gradient(), look.offset(),
                look.displayFormat(), variable.dynamic(), variable.excludedFromDataStorage(),
                variable.modifiesOtherVariables(), variable.standard(), element(variable.entry()), singles, ranges,
                items, type);
    }

    private static String element(VariableEntry entry) {
        return entry instanceof DirectParameterOverlay overlay ? overlay.element() : entry.getClass().getSimpleName();
    }

    /** Name of a variable, its id where it has none. */
    String nameOf(ResolvedVariable variable) {
        String name = texts.label(variable.name());
        return name.isEmpty() ? variable.id() : name;
    }

    /** Process data. */
    public List<ProcessDataView> processData() {
        List<ProcessDataView> views = new ArrayList<>();
        for (ProcessData alternative : description.processData()) {
            add(views, alternative, alternative.in(), "input");
            add(views, alternative, alternative.out(), "output");
        }
        return views;
    }

    private void add(List<ProcessDataView> views, ProcessData alternative, ProcessDataItem item, String direction) {
        if (item == null) {
            return;
        }
        Datatype datatype = types.resolve(item.type());
        List<RecordItemView> items = types.items(datatype, subindex -> display.of(item.id(), subindex), List.of(),
                Map.of());
        TypeView type = types.of(datatype, null);
        Display.Look look = display.of(item.id(), null);
        views.add(new ProcessDataView(item.id(), alternative.id(), texts.label(item.name()), direction,
                item.bitLength(), TypeViews.name(datatype), condition(alternative.condition()), look.unitCode(),
                look.unit(), look.gradient(), look.offset(), look.displayFormat(),
                type == null ? null : type.singleValues(), type == null ? null : type.ranges(), items, type));
    }

    /** A condition with the names of its parameter and value. */
    ConditionView condition(Condition condition) {
        if (condition == null) {
            return null;
        }
        ParameterView parameter = parameter(condition.variableId());
        RecordItemView item = item(parameter, condition.subindex());
        String name = parameter == null ? null : parameter.name();
        List<SingleValueView> values = parameter == null ? null : parameter.singleValues();
        if (item != null) {
            name += ": " + item.name();
            values = item.singleValues();
        }
        return new ConditionView(condition.variableId(), condition.subindex(), condition.value(), name,
                valueName(values, condition.value()));
    }

    private static String valueName(List<SingleValueView> values, Integer value) {
        if (values == null || value == null) {
            return null;
        }
        String truth = value == 0 ? "false" : "true";
        return values.stream().filter(one -> String.valueOf(value).equals(one.value()) || truth.equals(one.value()))
                .map(SingleValueView::name).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** A record item of a parameter, null if there is none. */
    static RecordItemView item(ParameterView parameter, Integer subindex) {
        if (parameter == null || parameter.recordItems() == null || subindex == null) {
            return null;
        }
        return parameter.recordItems().stream().filter(item -> subindex.equals(item.subindex())).findFirst()
                .orElse(null);
    }

    /** Error types. */
    public List<ErrorView> errors() {
        List<ErrorView> views = new ArrayList<>();
        for (ErrorEntry entry : description.errorTypes()) {
            ErrorType type = standard.error(entry);
            views.add(new ErrorView(entry.code() == null && type != null ? type.code() : entry.code(),
                    entry.additionalCode(), type == null ? null : texts.text(type.name()),
                    type == null ? null : texts.text(type.description()), !(entry instanceof ErrorType)));
        }
        return views;
    }

    /** Events. */
    public List<EventView> events() {
        List<EventView> views = new ArrayList<>();
        for (EventEntry entry : description.events()) {
            Event event = standard.event(entry);
            views.add(new EventView(entry.code(), event == null ? null : texts.text(event.name()),
                    event == null ? null : texts.text(event.description()), event == null ? null : event.type(),
                    event == null ? null : event.mode(), !(entry instanceof Event)));
        }
        return views;
    }
}
