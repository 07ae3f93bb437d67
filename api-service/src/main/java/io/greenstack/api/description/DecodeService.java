package io.greenstack.api.description;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.FieldError;
import io.greenstack.core.processdata.DecodeException;
import io.greenstack.core.processdata.DecodedFrame;
import io.greenstack.core.processdata.DecodedJson;
import io.greenstack.core.processdata.DecodedValue;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.EncodeException;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataEncoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;

/** Decodes and encodes octets with a stored description, as the edge services would. */
@ApplicationScoped
public class DecodeService {

    private static final JsonFactory JSON = new JsonFactory();

    private final DescriptionService descriptions;

    public DecodeService(DescriptionService descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * Decodes the octets of a request.
     *
     * @return JSON {@code {"description_id","direction","hex","base64","bytes","frame":{"id","name"},"values":[{"key","name","value",...}]}}
     * @throws ApiException 404 when there is no such description, 400 when the request is not clear, 422 when the octets do not
     *         fit the description
     */
    public String decode(long descriptionId, DecodeRequest request) {
        return decode(descriptionId, descriptions.layout(descriptionId), request);
    }

    /** The same with another layout of the description, such as that of a single assembly. */
    public String decode(long descriptionId, ProcessDataLayout layout, DecodeRequest request) {
        Direction direction = direction(request.direction(), Direction.IN);
        byte[] octets = new Octets(request.hex(), request.bytes(), request.base64()).octets();
        ProcessDataDecoder decoder = ProcessDataDecoder.of(layout);
        try {
            return write(descriptionId, direction, octets,
                    decoder.decode(direction, octets, parameters(request.parameters(), layout)));
        } catch (DecodeException e) {
            throw new ApiException(422, e.reason(), e.getMessage());
        }
    }

    /**
     * Encodes named values, and answers what the octets mean, so that rounding shows.
     *
     * @return JSON as {@link #decode}, with the octets also as {@code bytes} and {@code base64}
     * @throws ApiException 404 when there is no such description, 400 when the request is not clear, 422 when a value does not
     *         fit the description
     */
    public String encode(long descriptionId, EncodeRequest request) {
        return encode(descriptionId, descriptions.layout(descriptionId), request);
    }

    /** The same with another layout of the description, such as that of a single assembly. */
    public String encode(long descriptionId, ProcessDataLayout layout, EncodeRequest request) {
        Direction direction = direction(request.direction(), Direction.OUT);
        ParameterValues parameters = parameters(request.parameters(), layout);
        Map<String, Object> values = new LinkedHashMap<>();
        request.values().forEach((field, value) -> values.put(field, plain(field, value)));
        try {
            ProcessDataEncoder encoder = ProcessDataEncoder.of(layout);
            byte[] octets = request.base() == null
                    ? encoder.encode(direction, values, parameters)
                    : encoder.encode(direction, values, parameters, new Octets(request.base(), null, null).octets());
            DecodedFrame decoded = ProcessDataDecoder.of(layout).decode(direction, octets, parameters);
            return write(descriptionId, direction, octets, decoded);
        } catch (EncodeException e) {
            throw new ApiException(422, e.reason(), e.getMessage(), e.field() == null
                    ? List.of()
                    : List.of(new FieldError(e.field(), e.reason(), e.getMessage())));
        } catch (DecodeException e) {
            throw new ApiException(422, e.reason(), e.getMessage());
        }
    }

    private static Object plain(String field, JsonNode value) {
        if (value == null || value.isContainerNode() || value.isNull()) {
            throw ApiException.invalidParameter("values", field + " needs a number, a text, true or false");
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
    }

    private static Direction direction(String text, Direction otherwise) {
        if (text == null) {
            return otherwise;
        }
        for (Direction direction : Direction.values()) {
            if (direction.token().equalsIgnoreCase(text.strip())) {
                return direction;
            }
        }
        throw ApiException.invalidParameter("direction", "in or out is needed");
    }

    private static ParameterValues parameters(Map<String, Long> given, ProcessDataLayout layout) {
        Map<String, Long> values = given == null ? Map.of() : given;
        ParameterNames.check(values, layout);
        return ParameterValues.of(values);
    }

    private static String write(long id, Direction direction, byte[] octets, DecodedFrame decoded) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("description_id", id);
            json.writeStringField("direction", direction.token());
            json.writeStringField("hex", HexFormat.of().withUpperCase().formatHex(octets));
            json.writeStringField("base64", Base64.getEncoder().encodeToString(octets));
            json.writeArrayFieldStart("bytes");
            for (byte octet : octets) {
                json.writeNumber(octet & 0xFF);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("frame");
            json.writeStringField("id", decoded.frame().id());
            json.writeStringField("name", decoded.frame().name());
            json.writeEndObject();
            json.writeArrayFieldStart("values");
            for (DecodedValue value : decoded.values()) {
                json.writeStartObject();
                json.writeStringField("key", value.field().key());
                DecodedJson.writeMembers(value, json);
                raw(value, json);
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

    /** Whole numbers of 64 bits exactly, which {@code value} may have to round. */
    private static void raw(DecodedValue value, JsonGenerator json) throws IOException {
        if (value.field().type() == ScalarType.INTEGER) {
            json.writeNumberField("raw", value.raw());
        } else if (value.field().type() == ScalarType.UINTEGER) {
            json.writeNumberField("raw", new BigInteger(Long.toUnsignedString(value.raw())));
        }
    }

    /**
     * What the octets of process data mean, as the answers of decoding and encoding show it; the answers themselves are written
     * without one.
     *
     * @param descriptionId catalog id of the description
     * @param direction {@code in} or {@code out}
     * @param hex octets as hex digits
     * @param base64 octets in base 64
     * @param bytes octets as numbers 0 to 255
     * @param frame which process data it is, where conditions choose
     * @param values values in the order of the description
     */
    @Schema(name = "DecodedProcessData")
    public record DecodedView(long descriptionId, String direction, String hex, String base64, List<Integer> bytes,
            FrameView frame, List<ValueView> values) {

        /** Process data that a condition chose. */
        @Schema(name = "DecodedFrame")
        public record FrameView(String id, String name) {}

        /**
         * A value.
         *
         * @param key name in requests
         * @param name name for people
         * @param value scaled number, truth value or text; absent with a status
         * @param unit unit of the value, absent if it has none
         * @param label text of an enumeration
         * @param status special state that stands in the place of a value
         * @param raw whole number as it stands in the octets
         * @param subindex of the record item, 0 if it is none
         * @param shown whether screens show it
         */
        @Schema(name = "DecodedValue")
        public record ValueView(String key, String name, @Schema(implementation = Object.class) Object value,
                String unit, String label, String status, BigInteger raw, int subindex, boolean shown) {}
    }

    /**
     * Values to write into process data.
     *
     * @param direction {@code out} (default) or {@code in}
     * @param values values by field key, as decoding answers them: scaled numbers, booleans, texts; a numeric field also takes the
     *        text of a label or special value
     * @param parameters condition parameter values; those left out have their default
     * @param base octets to start from as hex digits: fields left out, and gaps, keep what they have there; absent = zero
     */
    public record EncodeRequest(String direction,
            @NotNull @Size(max = 1024) @Schema(type = SchemaType.OBJECT) Map<String, JsonNode> values,
            @Size(max = 256) Map<String, Long> parameters, @Size(max = 8192) String base) {}

    /**
     * Process data to decode. Exactly one of {@code hex}, {@code bytes} and {@code base64} is needed.
     *
     * @param direction {@code in} (default) or {@code out}
     * @param hex octets as hex digits; blanks between them are allowed
     * @param bytes octets as numbers 0 to 255
     * @param base64 octets in base 64
     * @param parameters condition parameter values; those left out have their default
     */
    public record DecodeRequest(String direction, @Size(max = 8192) String hex, @Size(max = 2048) List<Integer> bytes,
            @Size(max = 4096) String base64, @Size(max = 256) Map<String, Long> parameters) {}
}
