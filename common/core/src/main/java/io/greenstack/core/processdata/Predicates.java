package io.greenstack.core.processdata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditions with the defaults of their parameters looked up beforehand. */
record Predicates(ParameterKey[] keys, long[] expected, Long[] defaults) {

    private static final Predicates ALWAYS = new Predicates(new ParameterKey[0], new long[0], new Long[0]);

    static Predicates of(List<Condition> conditions, Map<ParameterKey, Long> defaults) {
        if (conditions.isEmpty()) {
            return ALWAYS;
        }
        int count = conditions.size();
        Predicates predicates = new Predicates(new ParameterKey[count], new long[count], new Long[count]);
        for (int i = 0; i < count; i++) {
            Condition condition = conditions.get(i);
            predicates.keys[i] = new ParameterKey(condition.variableId(), condition.subindex());
            predicates.expected[i] = condition.value();
            predicates.defaults[i] = defaults.get(predicates.keys[i]);
        }
        return predicates;
    }

    static Map<ParameterKey, Long> defaults(ProcessDataLayout layout) {
        Map<ParameterKey, Long> defaults = new HashMap<>();
        for (LayoutParameter parameter : layout.parameters()) {
            if (parameter.defaultValue() != null) {
                defaults.put(new ParameterKey(parameter.variableId(), parameter.subindex()), parameter.defaultValue());
            }
        }
        return defaults;
    }

    /** True if all hold; a parameter that is neither reported nor has a default fulfils nothing. */
    boolean hold(ParameterValues reported) {
        for (int i = 0; i < keys.length; i++) {
            Long actual = reported.get(keys[i]);
            if (actual == null) {
                actual = defaults[i];
            }
            if (actual == null || actual != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
