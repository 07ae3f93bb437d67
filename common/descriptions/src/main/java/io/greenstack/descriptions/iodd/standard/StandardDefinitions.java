package io.greenstack.descriptions.iodd.standard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.descriptions.iodd.model.ErrorEntry;
import io.greenstack.descriptions.iodd.model.ErrorEntry.ErrorType;
import io.greenstack.descriptions.iodd.model.EventEntry;
import io.greenstack.descriptions.iodd.model.EventEntry.Event;
import io.greenstack.descriptions.iodd.model.IoddVersion;
import io.greenstack.descriptions.iodd.model.Source;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.model.VariableEntry.Variable;

/** Standard variables, error types and events of a version of the specification. */
public final class StandardDefinitions {

    /** Device application errors (IO-Link interface specification, annex C). */
    private static final int APPLICATION_ERROR = 0x80;
    private static final Map<IoddVersion, StandardDefinitions> BY_VERSION = load();

    private final Map<String, Variable> variables;
    private final Map<Integer, ErrorType> errors;
    private final Map<Integer, Event> events;

    private StandardDefinitions(Map<String, Variable> variables, Map<Integer, ErrorType> errors,
            Map<Integer, Event> events) {
        this.variables = variables;
        this.errors = errors;
        this.events = events;
    }

    /** The definitions of a version; error types and events are those of 1.1 in both. */
    public static StandardDefinitions of(IoddVersion version) {
        return BY_VERSION.get(version);
    }

    /** A standard variable, null if there is none of that id. */
    public Variable variable(String id) {
        return variables.get(id);
    }

    /** The standard variables by index. */
    public Collection<Variable> variables() {
        return variables.values();
    }

    /** A standard error type, null if there is none. */
    public ErrorType error(int code, int additionalCode) {
        return errors.get(code << Byte.SIZE | additionalCode);
    }

    /** The standard error types. */
    public Collection<ErrorType> errors() {
        return errors.values();
    }

    /** A standard event, null if there is none. */
    public Event event(int code) {
        return events.get(code);
    }

    /** What an entry of a description stands for: an event of its own or of the standard; null if there is none. */
    public Event event(EventEntry entry) {
        return entry instanceof Event own ? own : entry.code() == null ? null : event(entry.code());
    }

    /** What an entry of a description stands for: an error type of its own or of the standard; null if there is none. */
    public ErrorType error(ErrorEntry entry) {
        if (entry instanceof ErrorType own) {
            return own;
        }
        int code = entry.code() == null ? APPLICATION_ERROR : entry.code();
        return entry.additionalCode() == null ? null : error(code, entry.additionalCode());
    }

    /** The standard events. */
    public Collection<Event> events() {
        return events.values();
    }

    private static Map<IoddVersion, StandardDefinitions> load() {
        Map<Integer, ErrorType> errors = new LinkedHashMap<>();
        for (String[] row : TsvTable.rows("errors.tsv")) {
            ErrorType error = new ErrorType(Integer.valueOf(row[0]), Integer.valueOf(row[1]), text(row, 2),
                    text(row, 3),
                    Source.NONE);
            errors.put(error.code() << Byte.SIZE | error.additionalCode(), error);
        }
        Map<Integer, Event> events = new LinkedHashMap<>();
        for (String[] row : TsvTable.rows("events.tsv")) {
            Event event = new Event(Integer.valueOf(row[0]), row[1], null, text(row, 2), text(row, 3), Source.NONE);
            events.put(event.code(), event);
        }
        List<String[]> rows = new ArrayList<>(TsvTable.rows("variables.tsv"));
        Map<IoddVersion, StandardDefinitions> definitions = new EnumMap<>(IoddVersion.class);
        for (IoddVersion version : IoddVersion.values()) {
            definitions.put(version,
                    new StandardDefinitions(StandardVariableTable.read(rows, version.label()), errors, events));
        }
        return definitions;
    }

    private static TextRef text(String[] row, int column) {
        String id = TsvTable.column(row, column);
        return id == null ? null : new TextRef(id, Source.NONE);
    }
}
