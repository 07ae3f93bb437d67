package io.greenstack.descriptions.eds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.descriptions.OpenDescription.JudgedValues;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.eds.model.EdsParameter;
import io.greenstack.descriptions.eds.model.EdsParameter.Descriptor;

/**
 * Judges wanted values by an EDS: access, lowest and highest raw value, enumeration. Parameters may be named by keyword
 * ({@code Param7}), number or unique name; the result has keywords. A file without parameters says nothing.
 */
final class EdsRules {

    private final List<EdsParameter> parameters;
    private final List<ParameterError> errors = new ArrayList<>();
    private final ObjectNode accepted = JsonNodeFactory.instance.objectNode();

    private EdsRules(List<EdsParameter> parameters) {
        this.parameters = parameters;
    }

    /** Checks a merge patch. Deleting is always allowed. */
    static JudgedValues judge(List<EdsParameter> parameters, ObjectNode patch) {
        if (parameters.isEmpty()) {
            return new JudgedValues(patch, List.of());
        }
        EdsRules rules = new EdsRules(parameters);
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            rules.check(member.getKey(), member.getValue());
        }
        return new JudgedValues(rules.accepted, rules.errors);
    }

    private void check(String key, JsonNode value) {
        Optional<EdsParameter> found = find(key);
        String name = found.map(EdsParameter::keyword).orElse(key);
        if (accepted.has(name)) {
            error(key, "duplicate", name + " is given twice, under different names.");
            return;
        }
        accepted.set(name, value);
        if (value.isNull()) {
            return;
        }
        if (found.isEmpty()) {
            error(key, "unknown-parameter", "The file has no parameter '" + key
                    + "'; its keyword (Param7), number or unique name is needed.");
        } else {
            judge(key, found.get(), value);
        }
    }

    private Optional<EdsParameter> find(String key) {
        Optional<EdsParameter> byKeyword = parameters.stream().filter(p -> p.keyword().equalsIgnoreCase(key)
                || Integer.toString(p.number()).equals(key) && p.keyword().equalsIgnoreCase("Param" + key)).findFirst();
        if (byKeyword.isPresent()) {
            return byKeyword;
        }
        List<EdsParameter> named = parameters.stream().filter(p -> key.equals(p.name())).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private void judge(String key, EdsParameter parameter, JsonNode value) {
        if (parameter.has(Descriptor.READ_ONLY)) {
            error(key, "read-only", parameter.keyword() + " can only be read.");
        } else if (parameter.has(Descriptor.WRITE_ONLY)) {
            error(key, "write-only", parameter.keyword() + " cannot be read back, so it is no state to be wanted.");
        } else if (value.isContainerNode()) {
            error(key, "wrong-type", parameter.keyword() + " is a single value.");
        } else if (value.isNumber() && !text(parameter)) {
            range(key, parameter, value.decimalValue());
        } else if (value.isTextual() && parameter.type() != null && !text(parameter)) {
            error(key, "wrong-type", parameter.keyword() + " is a number.");
        }
    }

    private static boolean text(EdsParameter parameter) {
        return parameter.type() != null && parameter.type().isVariable();
    }

    private void range(String key, EdsParameter parameter, BigDecimal number) {
        BigDecimal low = parameter.minimum().number();
        BigDecimal high = parameter.maximum().number();
        boolean limited = low != null && high != null && low.compareTo(high) < 0;
        boolean bits = parameter.type() != null && parameter.type().isBitString();
        boolean enumerated = !bits && parameter.has(Descriptor.ENUMERATED) && !parameter.has(Descriptor.ENUM_AND_VALUES)
                && !parameter.values().isEmpty();
        if (limited && (number.compareTo(low) < 0 || number.compareTo(high) > 0)) {
            error(key, "value-out-of-range", parameter.keyword() + " takes " + low + " to " + high + ", not " + number);
        } else if (enumerated
                && parameter.values().stream().noneMatch(v -> BigDecimal.valueOf(v.value()).compareTo(number) == 0)) {
            error(key, "value-out-of-range", parameter.keyword() + " takes only the values of its enumeration, not "
                    + number);
        }
    }

    private void error(String key, String code, String message) {
        errors.add(new ParameterError('/' + key.replace("~", "~0").replace("/", "~1"), code, message));
    }
}
