package io.greenstack.api.twin;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.device.DeviceService;
import io.greenstack.descriptions.ParameterBook;
import io.greenstack.descriptions.ParameterBook.CodedParameter;
import io.greenstack.descriptions.ParameterBook.ValueForm;
import io.greenstack.descriptions.ParameterException;

/**
 * What a delta means in octets, for the bridge that writes it into a device on a master: the bridge knows no descriptions. A value
 * that cannot be coded is left out, and stays wanted.
 */
@ApplicationScoped
class TwinWrites {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final DeviceService devices;
    private final DescriptionService descriptions;
    private final OpenDescriptions open;

    TwinWrites(DeviceService devices, DescriptionService descriptions, OpenDescriptions open) {
        this.devices = devices;
        this.descriptions = descriptions;
        this.open = open;
    }

    /**
     * What is to be written as {@code writes}, in the order of the delta, and {@code block} where the device takes several as one; empty
     * for a device that hangs on no master, or has no description.
     */
    Optional<ObjectNode> of(String deviceId, ObjectNode delta) {
        if (delta.isEmpty() || !devices.onMaster(deviceId)) {
            return Optional.empty();
        }
        Optional<DescriptionSummary> bound = devices.descriptionIfRegistered(deviceId)
                .map(id -> descriptions.summaries(List.of(id)).get(id));
        return bound.map(open::of).flatMap(description -> description.parameters().map(book -> {
            ArrayNode writes = writes(book, delta);
            ObjectNode message = JsonNodeFactory.instance.objectNode();
            message.set("writes", writes);
            return writes.size() > 1 && description.takesBlocks() ? message.put("block", true) : message;
        }));
    }

    private static ArrayNode writes(ParameterBook book, ObjectNode delta) {
        ArrayNode writes = JsonNodeFactory.instance.arrayNode();
        for (Map.Entry<String, JsonNode> value : delta.properties()) {
            if (value.getValue() instanceof ObjectNode items) {
                items.properties().stream().filter(item -> item.getKey().matches("\\d{1,3}"))
                        .forEach(item -> add(writes, book, value.getKey(), Integer.parseInt(item.getKey()),
                                item.getValue()));
            } else {
                add(writes, book, value.getKey(), 0, value.getValue());
            }
        }
        return writes;
    }

    private static void add(ArrayNode writes, ParameterBook book, String variable, int subindex, JsonNode value) {
        try {
            CodedParameter coded = book.encode(variable, subindex, value, ValueForm.RAW, null);
            if (coded.index() != null) {
                writes.addObject().put("variable_id", coded.variableId()).put("index", coded.index())
                        .put("subindex", subindex).put("hex", HEX.formatHex(coded.octets())).set("value", value);
            }
        } catch (ParameterException e) {
            // What the description does not know any more stays wanted, and is seen in the delta.
        }
    }
}
