package io.greenstack.api.command;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.command.CommandResource.CommandRequest;
import io.greenstack.api.device.DeviceBindings;
import io.greenstack.api.platform.ApiException;

/**
 * Checks what is to be put into the output data of a device. The octets are made by the bridge that writes them, since items that are
 * not named keep what the device last got.
 */
@ApplicationScoped
class OutputAccess {

    /** What names of output data begin with where values are shown. */
    private static final String PREFIX = "out_";

    private final DeviceBindings devices;

    OutputAccess(DeviceBindings devices) {
        this.devices = devices;
    }

    /**
     * What the bridge is sent.
     *
     * @throws ApiException 400 without values, 422 when the description does not allow them
     */
    JsonNode resolve(String deviceId, CommandRequest request) {
        if (!(request.value() instanceof ObjectNode values) || values.isEmpty()) {
            throw ApiException.invalidParameter("value",
                    "an object with names of output data and their values is needed");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        values.properties().forEach(value -> named.put(value.getKey().startsWith(PREFIX)
                ? value.getKey().substring(PREFIX.length())
                : value.getKey(), plain(value.getValue())));
        devices.checkOutput(deviceId, named);
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.set("values", values);
        return message;
    }

    private static Object plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : value.asText();
    }
}
