package io.greenstack.api.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.command.CommandResource.CommandRequest;
import io.greenstack.api.command.CommandService.ResolvedCommand;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.description.ParameterCoding;
import io.greenstack.api.description.ParameterRequests.Coded;
import io.greenstack.api.description.ParameterRequests.DecodeOctets;
import io.greenstack.api.description.ParameterRequests.EncodeValue;
import io.greenstack.api.description.ParameterRequests.ValidateValue;
import io.greenstack.api.description.ParameterRequests.Validation;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.api.platform.JsonText;
import io.greenstack.descriptions.ErrorText;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.ParameterBook;
import io.greenstack.descriptions.ParameterBook.ParameterAddress;
import io.greenstack.descriptions.ParameterError;
import io.greenstack.descriptions.ParameterException;

/** Turns reading and writing a parameter into index, subindex and octets, and octets that come back into values. */
@ApplicationScoped
class ParameterAccess {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST_WRITES = 100;
    /** Index of system commands (IO-Link interface specification, annex B.2). */
    private static final String SYSTEM_INDEX = "2";
    /** An error type of IO-Link, as bridges and devices write it. */
    private static final Pattern CODE = Pattern.compile("0x[0-9A-Fa-f]{4}");

    private final DeviceService devices;
    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final ParameterCoding coding;
    private final JsonText json;

    public ParameterAccess(DeviceService devices, DescriptionService descriptions, OpenDescriptions open,
            ParameterCoding coding, JsonText json) {
        this.devices = devices;
        this.descriptions = descriptions;
        this.open = open;
        this.coding = coding;
        this.json = json;
    }

    /**
     * What the device is sent.
     *
     * @throws ApiException 422 when the device has no description with parameters, or that does not allow it
     */
    ResolvedCommand resolve(String deviceId, CommandRequest request) {
        boolean system = request.command().equals(CommandRequest.SYSTEM);
        String key = system ? SYSTEM_INDEX : request.parameter() == null ? "" : request.parameter().asText().strip();
        if (key.isEmpty()) {
            throw ApiException.invalidParameter("parameter", "a variable id, an index or a unique name is needed");
        }
        DescriptionSummary bound = bound(deviceId);
        ParameterBook book = open.of(bound).parameters().orElseThrow(() -> unbound(deviceId));
        ParameterAddress parameter = find(book, key);
        boolean writes = !request.command().equals(CommandRequest.READ);
        if (writes) {
            checkConfirmed(parameter, request);
        }
        int subindex = request.subindex() == null ? 0 : request.subindex();
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("index", parameter.index()).put("subindex", subindex).put("variable_id", parameter.variableId());
        if (!writes) {
            checkReadable(book, parameter.variableId(), subindex);
        } else {
            Coded coded = encode(book, parameter.variableId(), subindex, request.value(), request);
            message.put("hex", coded.hex()).set("value", coded.value());
            if (Boolean.TRUE.equals(request.readBack())) {
                message.put("read_back", true);
            }
        }
        return new ResolvedCommand(message, new ParameterTarget(bound.id(), parameter.variableId(), subindex));
    }

    /**
     * What the bridge is sent to write several parameters.
     *
     * @throws ApiException 400 without values, 422 when the device has no description with parameters, or that does not allow it
     */
    JsonNode resolveAll(String deviceId, CommandRequest request) {
        if (!(request.value() instanceof ObjectNode values) || values.isEmpty() || values.size() > MOST_WRITES) {
            throw ApiException.invalidParameter("value",
                    "an object of 1 to " + MOST_WRITES + " parameters and their values is needed");
        }
        OpenDescription description = open.of(bound(deviceId));
        ParameterBook book = description.parameters().orElseThrow(() -> unbound(deviceId));
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ArrayNode writes = message.putArray("parameters");
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            ParameterAddress parameter = find(book, value.getKey());
            checkConfirmed(parameter, request);
            if (value.getValue() instanceof ObjectNode items) {
                for (Map.Entry<String, JsonNode> item : items.properties()) {
                    if (!item.getKey().matches("[0-9]{1,3}")) {
                        throw ApiException.invalidParameter("value",
                                "items of " + value.getKey() + " are named by their subindex");
                    }
                    add(writes, book, parameter, Integer.parseInt(item.getKey()), item.getValue(), request);
                }
            } else {
                add(writes, book, parameter, 0, value.getValue(), request);
            }
        }
        boolean block = request.block() == null ? description.takesBlocks() : request.block();
        return message.put("block", block && writes.size() > 1);
    }

    private void add(ArrayNode writes, ParameterBook book, ParameterAddress parameter, int subindex, JsonNode value,
            CommandRequest request) {
        Coded coded = encode(book, parameter.variableId(), subindex, value, request);
        writes.addObject().put("variable_id", parameter.variableId()).put("index", parameter.index())
                .put("subindex", subindex).put("hex", coded.hex()).set("value", coded.value());
    }

    private DescriptionSummary bound(String deviceId) {
        return devices.boundDescription(deviceId).map(id -> descriptions.summaries(List.of(id)).get(id))
                .orElseThrow(() -> unbound(deviceId));
    }

    private static ParameterAddress find(ParameterBook book, String key) {
        ParameterAddress parameter = book.find(key).orElseThrow(() -> problem("parameter",
                ParameterException.UNKNOWN_PARAMETER,
                "The description has no parameter '" + key + "' (variable id, index or unique name)."));
        if (parameter.index() == null) {
            throw problem("parameter", "no-index", "The description gives " + parameter.variableId() + " no index.");
        }
        return parameter;
    }

    private static void checkConfirmed(ParameterAddress parameter, CommandRequest request) {
        if (SYSTEM_INDEX.equals(parameter.index().toString()) && !Boolean.TRUE.equals(request.confirm())) {
            throw problem("confirm", "confirmation-needed",
                    "A system command changes the device at once, and may take back all "
                            + "that was set; send it with 'confirm': true if that is meant.");
        }
    }

    private static ApiException unbound(String deviceId) {
        return problem("parameter", "no-description", "The device '" + deviceId
                + "' is not bound to an IODD, so its parameters are not known; send a command of its own instead.");
    }

    private static void checkReadable(ParameterBook book, String variableId, int subindex) {
        try {
            book.checkReadable(variableId, subindex);
        } catch (ParameterException e) {
            throw problem(e.error().field(), e.error().code(), e.error().message());
        }
    }

    private Coded encode(ParameterBook book, String variableId, int subindex, JsonNode value, CommandRequest request) {
        if (value == null || value.isNull()) {
            throw ApiException.invalidParameter("value", "the value that is to be written is needed");
        }
        Validation validation = coding.validate(book, variableId, subindex,
                new ValidateValue(value, request.scaled(), request.unitCode(), true));
        if (!validation.valid()) {
            List<FieldError> errors = validation.errors().stream().map(ParameterAccess::error).toList();
            throw new ApiException(UNPROCESSABLE, errors.get(0).code(),
                    "The description does not allow to write this: " + errors.get(0).message(), errors);
        }
        return coding.encode(book, variableId, subindex,
                new EncodeValue(value, request.scaled(), request.unitCode(), null));
    }

    private static FieldError error(ParameterError error) {
        return new FieldError(error.field(), error.code(), error.message());
    }

    /**
     * What a device answered with the values that its octets mean. An answer without octets, or with some that do not fit the
     * description, stays as it is; then {@code decode_error} says why.
     */
    JsonNode decode(ParameterTarget target, JsonNode result) {
        if (result == null || !result.path("hex").isTextual()) {
            return result;
        }
        ObjectNode decoded = ((ObjectNode) result).deepCopy();
        try {
            for (Map.Entry<String, JsonNode> member : json.tree(coded(target, result.path("hex").asText()))
                    .properties()) {
                decoded.set(member.getKey(), member.getValue());
            }
        } catch (ApiException e) {
            decoded.put("decode_error", e.getMessage());
        }
        return decoded;
    }

    /** Why a device refused, with the words of its description where that has some for the code. */
    JsonNode explain(ParameterTarget target, JsonNode error) {
        String code = error == null ? "" : error.path("code").asText();
        DescriptionSummary bound = CODE.matcher(code).matches()
                ? descriptions.summaries(List.of(target.descriptionId())).get(target.descriptionId())
                : null;
        Optional<ErrorText> text = bound == null
                ? Optional.empty()
                : open.of(bound).error(Integer.parseInt(code.substring(2), 16), null);
        if (text.isEmpty()) {
            return error;
        }
        ObjectNode explained = ((ObjectNode) error).deepCopy();
        explained.put("name", text.get().name());
        if (text.get().description() != null) {
            explained.put("description", text.get().description());
        }
        return explained;
    }

    private Coded coded(ParameterTarget target, String hex) {
        try {
            return decode(target, hex, true);
        } catch (ApiException e) {
            return decode(target, hex, false);
        }
    }

    private Coded decode(ParameterTarget target, String hex, boolean scaled) {
        return coding.decode(coding.book(target.descriptionId(), null), target.variableId(), target.subindex(),
                new DecodeOctets(hex, null, null, scaled, null));
    }

    private static ApiException problem(String field, String code, String detail) {
        return new ApiException(UNPROCESSABLE, code, detail, List.of(new FieldError(field, code, detail)));
    }
}
