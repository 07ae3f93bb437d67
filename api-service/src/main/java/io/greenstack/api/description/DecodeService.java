package io.greenstack.api.description;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.api.platform.ApiException;
import io.greenstack.common.processdata.DecodeException;
import io.greenstack.common.processdata.DecodedFrame;
import io.greenstack.common.processdata.DecodedJson;
import io.greenstack.common.processdata.DecodedValue;
import io.greenstack.common.processdata.Direction;
import io.greenstack.common.processdata.ParameterValues;
import io.greenstack.common.processdata.ProcessDataDecoder;

/** Decodes octets with a stored description, as the edge services would. */
@ApplicationScoped
public class DecodeService {

    private static final JsonFactory JSON = new JsonFactory();

    private final DescriptionService descriptions;

    @Inject
    public DecodeService(DescriptionService descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * Decodes the octets of a request.
     *
     * @return JSON {@code {"description_id","direction","hex","frame":{"id","name"},"values":[{"key","name","value",...}]}}
     * @throws ApiException 404 when there is no such description, 400 when the request is not clear, 422 when the octets do not
     *         fit the description
     */
    public String decode(long descriptionId, DecodeRequest request) {
        Direction direction = direction(request.direction());
        byte[] octets = octets(request);
        ProcessDataDecoder decoder = ProcessDataDecoder.of(descriptions.layout(descriptionId));
        try {
            return write(descriptionId, direction, octets, decoder.decode(direction, octets, parameters(request)));
        } catch (DecodeException e) {
            throw new ApiException(422, e.reason(), e.getMessage());
        }
    }

    private static Direction direction(String text) {
        for (Direction direction : Direction.values()) {
            if (direction.token().equalsIgnoreCase(text == null ? "in" : text.strip())) {
                return direction;
            }
        }
        throw ApiException.invalidParameter("direction", "in or out is needed");
    }

    private static byte[] octets(DecodeRequest request) {
        if (Stream.of(request.hex(), request.bytes(), request.base64()).filter(Objects::nonNull).count() != 1) {
            throw new ApiException(400, "invalid-parameter", "Exactly one of 'hex', 'bytes' and 'base64' is needed.");
        }
        try {
            if (request.hex() != null) {
                return HexFormat.of().parseHex(request.hex().replaceAll("[\\s:]|0[xX]", ""));
            }
            return request.base64() == null ? octets(request.bytes()) : Base64.getDecoder().decode(request.base64());
        } catch (IllegalArgumentException e) {
            throw ApiException.invalidParameter(request.hex() == null ? "base64" : "hex",
                    "it cannot be read as octets");
        }
    }

    private static byte[] octets(List<Integer> numbers) {
        byte[] octets = new byte[numbers.size()];
        for (int i = 0; i < octets.length; i++) {
            Integer number = numbers.get(i);
            if (number == null || number < 0 || number > 0xFF) {
                throw ApiException.invalidParameter("bytes", "numbers from 0 to 255 are needed");
            }
            octets[i] = number.byteValue();
        }
        return octets;
    }

    private static ParameterValues parameters(DecodeRequest request) {
        Map<String, Long> values = request.parameters() == null ? Map.of() : request.parameters();
        if (values.values().stream().anyMatch(Objects::isNull)) {
            throw ApiException.invalidParameter("parameters", "whole numbers are needed");
        }
        return ParameterValues.of(values);
    }

    private static String write(long id, Direction direction, byte[] octets, DecodedFrame decoded) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("description_id", id);
            json.writeStringField("direction", direction.token());
            json.writeStringField("hex", HexFormat.of().withUpperCase().formatHex(octets));
            json.writeObjectFieldStart("frame");
            json.writeStringField("id", decoded.frame().id());
            json.writeStringField("name", decoded.frame().name());
            json.writeEndObject();
            json.writeArrayFieldStart("values");
            for (DecodedValue value : decoded.values()) {
                json.writeStartObject();
                json.writeStringField("key", value.field().key());
                DecodedJson.writeMembers(value, json);
                json.writeNumberField("subindex", value.field().subindex());
                json.writeBooleanField("shown", value.field().shown());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Decoded values cannot be written as JSON", e);
        }
        return text.toString();
    }
}
