package io.greenstack.api.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a list is asked for: those conditions that were given, in SQL or HQL, and the values of their parameters. */
public final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds one without a parameter. */
    public Conditions with(String text) {
        texts.add(text);
        return this;
    }

    /** Adds one with a parameter, unless its value is null. */
    public Conditions with(String text, String name, Object value) {
        if (value != null) {
            with(text);
            values.put(name, value);
        }
        return this;
    }

    /** Adds one for true, another one for false, and none for null. */
    public Conditions either(Boolean wanted, String yes, String no) {
        return wanted == null ? this : with(wanted ? yes : no);
    }

    /** Adds that one of some columns has a text in it, in any letter case; nothing when the text is null or blank. */
    public Conditions contains(String text, String... columns) {
        return text == null || text.isBlank()
                ? this
                : with(Arrays.stream(columns).map(column -> "lower(" + column + ") like :text escape '!'")
                        .collect(Collectors.joining(" or ", "(", ")")), "text", pattern(text));
    }

    /** Wildcards in the text stand for themselves. */
    private static String pattern(String text) {
        String literal = text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + literal + "%";
    }

    /**
     * Adds that there is a label; nothing when it is null.
     *
     * @param label a key, or a key and its value with {@code =} between them
     * @param name of the parameter that has the key
     * @param value expression of the value by the key, which {@code %s} stands for
     */
    public Conditions label(String label, String name, String value) {
        if (label == null) {
            return this;
        }
        int equals = label.indexOf('=');
        values.put(name, (equals < 0 ? label : label.substring(0, equals)).strip());
        String found = value.formatted(":" + name);
        return equals < 0
                ? with(found + " is not null")
                : with(found + " = :" + name + "value", name + "value", label.substring(equals + 1).strip());
    }

    /** All of them behind {@code where}; empty when there are none. */
    public String where() {
        return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
    }

    /** Values by the names of their parameters. */
    public Map<String, Object> values() {
        return values;
    }
}
