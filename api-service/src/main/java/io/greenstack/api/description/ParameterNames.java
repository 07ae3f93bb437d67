package io.greenstack.api.description;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.greenstack.api.platform.ApiException;
import io.greenstack.core.processdata.LayoutParameter;
import io.greenstack.core.processdata.ParameterKey;
import io.greenstack.core.processdata.ProcessDataLayout;

/** Names of condition parameters: a variable id, with {@code /subindex} behind it for a record item. */
public final class ParameterNames {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._:-]{1,200}(/\\d{1,5})?");

    private ParameterNames() {}

    /** Throws 400 when the text is no parameter name. */
    public static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw ApiException.invalidParameter("parameters",
                    "names are variable ids such as V_Mode, or V_Mode/2 for a record item");
        }
    }

    /**
     * Throws 400 when values are not those of condition parameters.
     *
     * @param layout of the description, null = none is bound, so any name may be right
     */
    public static void check(Map<String, Long> values, ProcessDataLayout layout) {
        values.forEach((name, value) -> {
            check(name);
            if (value == null) {
                throw ApiException.invalidParameter("parameters." + name, "a whole number is needed");
            }
        });
        if (layout == null) {
            return;
        }
        TreeSet<String> known = new TreeSet<>();
        for (LayoutParameter parameter : layout.parameters()) {
            known.add(new ParameterKey(parameter.variableId(), parameter.subindex()).text());
        }
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw ApiException.invalidParameter("parameters." + name, known.isEmpty()
                        ? "the description has no conditions"
                        : "the conditions of the description use " + known);
            }
        }
    }
}
