package io.greenstack.descriptions.iodd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.descriptions.OpenDescription.JudgedValues;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ParameterException;
import io.greenstack.descriptions.iodd.model.AccessRights;
import io.greenstack.descriptions.iodd.parameter.Parameter;
import io.greenstack.descriptions.iodd.parameter.ParameterCatalog;
import io.greenstack.descriptions.iodd.parameter.ParameterItem;
import io.greenstack.descriptions.iodd.parameter.ParameterValidator;

/**
 * Judges wanted values by an IODD. Variables may be named by id, index or unique name, record items by subindex or unique name; the
 * result has ids and subindices, so that one value has one place.
 */
final class IoddRules {

    private final ParameterCatalog catalog;
    private final List<ParameterError> errors = new ArrayList<>();
    private final ObjectNode accepted = JsonNodeFactory.instance.objectNode();

    private IoddRules(ParameterCatalog catalog) {
        this.catalog = catalog;
    }

    /** Checks a merge patch. Deleting is always allowed, also what the description does not know. */
    static JudgedValues judge(ParameterCatalog catalog, ObjectNode patch) {
        IoddRules rules = new IoddRules(catalog);
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            rules.check(member.getKey(), member.getValue());
        }
        return new JudgedValues(rules.accepted, rules.errors);
    }

    private void check(String key, JsonNode value) {
        Optional<Parameter> found = catalog.find(key);
        if (found.isEmpty()) {
            if (value.isNull()) {
                accepted.putNull(key);
            } else {
                error(pointer(key), ParameterException.UNKNOWN_PARAMETER, "The description has no variable '" + key
                        + "'; its id, index or unique name is needed.");
            }
            return;
        }
        Parameter parameter = found.get();
        String id = parameter.variableId();
        if (accepted.has(id)) {
            error(pointer(key), "duplicate", id + " is given twice, under different names.");
            return;
        }
        if (value.isNull()) {
            accepted.putNull(id);
            return;
        }
        JsonNode named = value.isObject() && parameter.hasItems() ? bySubindex(parameter, (ObjectNode) value) : value;
        accepted.set(id, named);
        judge(parameter, named);
    }

    private void judge(Parameter parameter, JsonNode value) {
        if (parameter.access() == AccessRights.WO) {
            error(pointer(parameter.variableId()), ParameterException.WRITE_ONLY, parameter.variableId()
                    + " cannot be read back, so it is no state to be wanted; send a command instead.");
            return;
        }
        JsonNode given = value.isObject() ? withoutNulls((ObjectNode) value) : value;
        if (given.isObject() && given.isEmpty() && !value.isEmpty()) {
            return;
        }
        for (ParameterError error : ParameterValidator.validate(parameter, 0, given, true)) {
            error(pointer(parameter, error.field()), error.code(), error.message());
        }
    }

    /** An item that is not known keeps its name, and is refused when the value is judged. */
    private static ObjectNode bySubindex(Parameter parameter, ObjectNode value) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String key = member.getKey();
            List<ParameterItem> items = parameter.type().items().stream().filter(item -> item.name().equals(key))
                    .toList();
            boolean byName = items.size() == 1 && !key.chars().allMatch(Character::isDigit);
            named.set(byName ? Integer.toString(items.get(0).subindex()) : key, member.getValue());
        }
        return named;
    }

    private static ObjectNode withoutNulls(ObjectNode value) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!member.getValue().isNull()) {
                given.set(member.getKey(), member.getValue());
            }
        }
        return given;
    }

    private void error(String field, String code, String message) {
        errors.add(new ParameterError(field, code, message));
    }

    private static String pointer(String name) {
        return '/' + name.replace("~", "~0").replace("/", "~1");
    }

    private static String pointer(Parameter parameter, String field) {
        String id = parameter.variableId();
        return field.startsWith(id + '/') ? pointer(id) + '/' + field.substring(id.length() + 1) : pointer(field);
    }
}
