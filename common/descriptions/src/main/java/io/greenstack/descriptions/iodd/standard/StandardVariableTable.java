package io.greenstack.descriptions.iodd.standard;

import static io.greenstack.descriptions.iodd.standard.TsvTable.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.model.AllowedValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.DatatypeKind;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.Source;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.TypeUse;
import io.greenstack.descriptions.iodd.model.VariableEntry.RecordItemInfo;
import io.greenstack.descriptions.iodd.model.VariableEntry.Variable;

/**
 * Makes the standard variables from the rows of {@code variables.tsv}: a variable, its record items, and the values of
 * the item or variable before them.
 */
final class StandardVariableTable {

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private String[] variable;
    private String[] item;
    private final List<RecordItem> items = new ArrayList<>();
    private final List<RecordItemInfo> infos = new ArrayList<>();
    private final List<AllowedValue> values = new ArrayList<>();

    private StandardVariableTable() {}

    /** The variables of a version, {@code 1.1} or {@code 1.0.1}, by id. */
    static Map<String, Variable> read(List<String[]> rows, String version) {
        StandardVariableTable table = new StandardVariableTable();
        for (String[] row : rows) {
            switch (row[0]) {
                case "variable" -> {
                    table.endVariable();
                    table.variable = List.of(row[1].split(",")).contains(version) ? row : null;
                }
                case "item" -> {
                    table.endItem();
                    table.item = row;
                }
                case "value" -> table.values.add(value(row));
                default -> throw new IllegalStateException("variables.tsv has a row of kind " + row[0]);
            }
        }
        table.endVariable();
        return table.variables;
    }

    private static AllowedValue value(String[] row) {
        TextRef name = text(row, 3);
        return row[1].equals(row[2])
                ? new SingleValue(row[1], null, name, Source.NONE)
                : new ValueRange(row[1], row[2], null, name, Source.NONE);
    }

    private void endItem() {
        if (item == null) {
            return;
        }
        Integer subindex = Integer.valueOf(item[1]);
        String access = column(item, 3);
        items.add(new RecordItem(subindex, Integer.valueOf(item[2]), access == null ? null : AccessRights.of(access),
                type(item[4], "SimpleDatatype", List.of(), values), text(item, 5), text(item, 6), Source.NONE));
        String defaultValue = column(item, 7);
        boolean modifies = "modifies".equals(column(item, 8));
        if (defaultValue != null || modifies) {
            infos.add(new RecordItemInfo(subindex, defaultValue, modifies ? Boolean.TRUE : null, null, Source.NONE));
        }
        values.clear();
        item = null;
    }

    private void endVariable() {
        endItem();
        if (variable != null) {
            String flags = variable[5];
            Variable made = new Variable(variable[2], Integer.valueOf(variable[3]), AccessRights.of(variable[4]), null,
                    "dynamic".equals(flags), "modifies".equals(flags), null,
                    type(variable[6], "Datatype", items, values), infos, text(variable, 7), text(variable, 8),
                    Source.NONE);
            variables.put(made.id(), made);
        }
        items.clear();
        infos.clear();
        values.clear();
    }

    /** A type in short form: {@code UIntegerT(8)}, {@code StringT(64,UTF-8)}, {@code ArrayT(64,OctetStringT(3))}. */
    private static Datatype type(String notation, String element, List<RecordItem> items, List<AllowedValue> values) {
        int bracket = notation.indexOf('(');
        DatatypeKind kind = DatatypeKind.of(bracket < 0 ? notation : notation.substring(0, bracket));
        String[] arguments = bracket < 0
                ? new String[0]
                : notation.substring(bracket + 1, notation.length() - 1).split(",", 2);
        Integer size = arguments.length == 0 ? null : Integer.valueOf(arguments[0]);
        String second = arguments.length < 2 ? null : arguments[1];
        boolean octets = kind == DatatypeKind.STRING || kind == DatatypeKind.OCTET_STRING;
        boolean array = kind == DatatypeKind.ARRAY;
        TypeUse elementType = array ? type(second, "SimpleDatatype", List.of(), List.of()) : null;
        return new Datatype(element, null, kind, octets || array ? null : size, octets ? size : null,
                kind == DatatypeKind.STRING ? second : null, array ? size : null,
                array || "no-subindex".equals(second) ? Boolean.FALSE : null, values, items, elementType, Source.NONE);
    }

    private static TextRef text(String[] row, int column) {
        String id = column(row, column);
        return id == null ? null : new TextRef(id, Source.NONE);
    }
}
