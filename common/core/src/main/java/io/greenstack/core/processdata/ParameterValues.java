package io.greenstack.core.processdata;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values a device reported for the parameters that conditions refer to. Immutable. A parameter that is absent has
 * the default of its {@link LayoutParameter}, if any.
 */
public final class ParameterValues {

    /** Nothing reported: every parameter has its default. */
    public static final ParameterValues NONE = new ParameterValues(Map.of());

    private final Map<ParameterKey, Long> values;

    private ParameterValues(Map<ParameterKey, Long> values) {
        this.values = values;
    }

    /** From texts as {@link ParameterKey#parse(String)} reads them, the form used in JSON. */
    public static ParameterValues of(Map<String, Long> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        Map<ParameterKey, Long> keyed = new HashMap<>();
        values.forEach((key, value) -> keyed.put(ParameterKey.parse(key), value));
        return new ParameterValues(Map.copyOf(keyed));
    }

    /** The reported value, null if none was reported. */
    public Long get(ParameterKey key) {
        return values.get(key);
    }

    /** True if nothing was reported. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** By {@link ParameterKey#text()}, in alphabetical order. */
    public Map<String, Long> toMap() {
        Map<String, Long> map = new TreeMap<>();
        values.forEach((key, value) -> map.put(key.text(), value));
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
