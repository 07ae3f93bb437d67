package io.greenstack.api.device;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

import io.greenstack.api.platform.ApiException;

/**
 * Labels of a device: keys with values, and plain tags, which are keys with the empty value. In requests an object
 * {@code {"line":"4","critical":""}}, in which null deletes, or a list {@code ["line=4","critical"]} of all of them.
 */
final class Labels {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 64;
    private static final int LONGEST_VALUE = 128;
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/-]{0,62}");

    private Labels() {}

    /** The labels of a stored document. */
    static Map<String, String> stored(String document) {
        try {
            Map<String, String> labels = new TreeMap<>();
            JSON.readTree(document).properties().forEach(l -> labels.put(l.getKey(), l.getValue().textValue()));
            return labels;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored labels of a device are not JSON", e);
        }
    }

    /** The document to store. */
    static String text(Map<String, String> labels) {
        return JSON.valueToTree(labels).toString();
    }

    /**
     * The labels after a change.
     *
     * @param present the labels before it
     * @param change object or list; null or JSON null = no change
     * @param replace whether an object replaces all labels, as a list always does
     * @throws ApiException 400 naming what is wrong
     */
    static Map<String, String> changed(Map<String, String> present, JsonNode change, boolean replace) {
        if (change == null || change.isNull()) {
            return replace ? Map.of() : present;
        }
        Map<String, String> labels = new TreeMap<>(replace || change.isArray() ? Map.of() : present);
        if (change.isArray()) {
            change.forEach(entry -> addTag(labels, entry));
        } else if (change.isObject()) {
            change.properties().forEach(entry -> put(labels, entry.getKey(), entry.getValue()));
        } else {
            throw ApiException.invalidParameter("labels", "an object or a list of texts is needed");
        }
        if (labels.size() > MOST) {
            throw ApiException.invalidParameter("labels", "a device has " + MOST + " labels at most");
        }
        return labels;
    }

    private static void addTag(Map<String, String> labels, JsonNode entry) {
        if (!entry.isTextual()) {
            throw ApiException.invalidParameter("labels", "a list has texts such as \"line=4\" or \"critical\"");
        }
        String text = entry.textValue();
        int equals = text.indexOf('=');
        put(labels, equals < 0 ? text : text.substring(0, equals),
                TextNode.valueOf(equals < 0 ? "" : text.substring(equals + 1)));
    }

    private static void put(Map<String, String> labels, String key, JsonNode value) {
        String name = key.strip();
        if (!KEY.matcher(name).matches()) {
            throw ApiException.invalidParameter("labels." + key,
                    "a key has 1 to 63 letters, digits, spaces or . _ : / - and begins with a letter or digit");
        }
        if (value.isNull()) {
            labels.remove(name);
            return;
        }
        String text = value.isValueNode() ? value.asText().strip() : null;
        if (text == null || text.length() > LONGEST_VALUE || text.indexOf('\0') >= 0) {
            throw ApiException.invalidParameter("labels." + key,
                    "a value is a text of at most " + LONGEST_VALUE + " characters");
        }
        labels.put(name, text);
    }
}
