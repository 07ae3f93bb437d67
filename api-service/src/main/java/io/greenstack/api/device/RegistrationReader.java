package io.greenstack.api.device;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.platform.ApiException;
import io.greenstack.core.message.DeviceId;

/**
 * Reads the free object of a registration. Known members: {@code device_id}, {@code name}, {@code iolink{vendor_id, device_id,
 * revision, product_id, serial}}, {@code eds{vendor_code, product_code, revision, catalog_number, serial}},
 * {@code parameters}; all others are kept as attributes.
 */
final class RegistrationReader {

    static final int MAX_ATTRIBUTES = 16 * 1024;
    static final int MAX_PARAMETERS = 256;
    private static final int MAX_TEXT = 200;
    private static final long MAX_VENDOR = 0xFFFFL;
    private static final long MAX_DEVICE = 0xFFFFFFL;

    private RegistrationReader() {}

    /**
     * Reads and checks a registration.
     *
     * @throws ApiException 400 naming the member that is wrong
     */
    static RegistrationRequest read(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new ApiException(400, "bad-request", "A registration is a JSON object with 'device_id'.");
        }
        String deviceId = deviceId(body.get("device_id"));
        DeviceIdentity identity = DeviceIdentity.NONE;
        JsonNode ioLink = object(body, "iolink");
        JsonNode eds = object(body, "eds");
        if (ioLink != null) {
            identity = new DeviceIdentity(DescriptionKind.IODD, number(ioLink, "iolink", "vendor_id", MAX_VENDOR),
                    number(ioLink, "iolink", "device_id", MAX_DEVICE), text(ioLink, "iolink.revision", "revision"),
                    text(ioLink, "iolink.product_id", "product_id"), text(ioLink, "iolink.serial", "serial"));
        } else if (eds != null) {
            identity = new DeviceIdentity(DescriptionKind.EDS, number(eds, "eds", "vendor_code", MAX_VENDOR),
                    number(eds, "eds", "product_code", MAX_VENDOR), text(eds, "eds.revision", "revision"),
                    text(eds, "eds.catalog_number", "catalog_number"), text(eds, "eds.serial", "serial"));
        }
        return new RegistrationRequest(deviceId, text(body, "name", "name"), identity, parameters(body),
                attributes(body));
    }

    private static String deviceId(JsonNode node) {
        if (node == null || !node.isTextual() || !DeviceId.isValid(node.textValue())) {
            throw new ApiException(400, "bad-device-id",
                    "'device_id' must be 1 to 64 characters out of A-Z a-z 0-9 . _ : -");
        }
        return node.textValue();
    }

    private static JsonNode object(JsonNode body, String name) {
        JsonNode node = body.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            throw ApiException.invalidParameter(name, "an object is needed");
        }
        return node;
    }

    private static Long number(JsonNode parent, String path, String name, long max) {
        JsonNode node = parent.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        Long value = null;
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            value = node.longValue();
        } else if (node.isTextual()) {
            value = decode(node.textValue().strip());
        }
        if (value == null || value < 0 || value > max) {
            throw ApiException.invalidParameter(path + "." + name, "a whole number from 0 to " + max + " is needed");
        }
        return value;
    }

    private static Long decode(String text) {
        try {
            boolean hex = text.startsWith("0x") || text.startsWith("0X");
            return hex ? Long.valueOf(text.substring(2), 16) : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String text(JsonNode parent, String path, String name) {
        JsonNode node = parent.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isValueNode() || node.asText().length() > MAX_TEXT || node.asText().indexOf('\0') >= 0) {
            throw ApiException.invalidParameter(path, "a text of at most " + MAX_TEXT + " characters is needed");
        }
        String text = node.asText().strip();
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Long> parameters(JsonNode body) {
        JsonNode node = object(body, "parameters");
        Map<String, Long> values = new TreeMap<>();
        if (node == null) {
            return values;
        }
        if (node.size() > MAX_PARAMETERS) {
            throw ApiException.invalidParameter("parameters", "at most " + MAX_PARAMETERS + " are accepted");
        }
        node.fields().forEachRemaining(entry -> {
            JsonNode value = entry.getValue();
            if (!value.isIntegralNumber() && !value.isBoolean() || !value.isBoolean() && !value.canConvertToLong()) {
                throw ApiException.invalidParameter("parameters." + entry.getKey(), "a whole number is needed");
            }
            ParameterNames.check(entry.getKey());
            values.put(entry.getKey(), value.isBoolean() ? (value.booleanValue() ? 1L : 0L) : value.longValue());
        });
        return values;
    }

    private static ObjectNode attributes(JsonNode body) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Iterator<Map.Entry<String, JsonNode>> members = body.fields(); members.hasNext();) {
            Map.Entry<String, JsonNode> member = members.next();
            switch (member.getKey()) {
                case "device_id", "name", "iolink", "eds", "parameters" -> {
                }
                default -> rest.set(member.getKey(), member.getValue());
            }
        }
        if (rest.toString().length() > MAX_ATTRIBUTES) {
            throw new ApiException(413, "payload-too-large",
                    "The free members of a registration may have " + MAX_ATTRIBUTES + " characters in all.");
        }
        return rest;
    }
}
