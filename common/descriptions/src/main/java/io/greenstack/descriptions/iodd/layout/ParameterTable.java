package io.greenstack.descriptions.iodd.layout;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.shape.Lexical;
import io.greenstack.descriptions.iodd.standard.IoddVariables.ResolvedVariable;

/** The device parameters that conditions refer to. */
final class ParameterTable {

    private final CompilerContext context;
    private final Set<String> reported = new HashSet<>();

    ParameterTable(CompilerContext context) {
        this.context = context;
    }

    /** The parameters of all conditions of the frames and their fields, in order of appearance. */
    List<LayoutParameter> of(List<Frame> in, List<Frame> out) {
        Set<Condition> conditions = new LinkedHashSet<>();
        for (List<Frame> frames : List.of(in, out)) {
            for (Frame frame : frames) {
                conditions.addAll(frame.when());
                frame.fields().forEach(
                        field -> field.scalings().forEach(scaling -> conditions.addAll(scaling.when())));
            }
        }
        Set<String> seen = new HashSet<>();
        return conditions.stream().filter(one -> seen.add(one.variableId() + "/" + one.subindex()))
                .map(this::parameter).toList();
    }

    private LayoutParameter parameter(Condition condition) {
        ResolvedVariable variable = context.variables().find(condition.variableId());
        if (variable == null) {
            report(condition, 0, "is not in the file");
            return new LayoutParameter(condition.variableId(), condition.subindex(), null, "", null);
        }
        Long defaultValue = number(variable.defaultOf(condition.subindex()));
        if (defaultValue == null) {
            report(condition, variable.entry().source().line(), "has no default value");
        }
        String name = context.name(variable.name());
        RecordItem item = item(variable.datatype(), condition.subindex());
        if (item != null && !context.name(item.name()).isEmpty()) {
            name = CompilerContext.shorten(name + ": " + context.name(item.name()));
        }
        return new LayoutParameter(condition.variableId(), condition.subindex(), variable.index(), name, defaultValue);
    }

    private void report(Condition condition, int line, String what) {
        if (reported.add(condition.variableId() + condition.subindex())) {
            context.findings().warning("condition-parameter", line, "Condition",
                    "The parameter " + condition.variableId()
                            + (condition.subindex() == 0 ? "" : ", subindex " + condition.subindex())
                            + " of a condition "
                            + what + "; it holds only once the device has reported the value.");
        }
    }

    private static RecordItem item(Datatype datatype, int subindex) {
        if (datatype == null || subindex == 0) {
            return null;
        }
        return datatype.recordItems().stream()
                .filter(item -> item.subindex() != null && item.subindex() == subindex).findFirst().orElse(null);
    }

    private static Long number(String text) {
        if (text == null) {
            return null;
        }
        return switch (text.strip()) {
            case "true" -> Long.valueOf(1);
            case "false" -> Long.valueOf(0);
            default -> Lexical.LONG.parse(text);
        };
    }
}
