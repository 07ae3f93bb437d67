package io.greenstack.mappings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.PayloadLimits;
import io.greenstack.core.message.RejectReason;

/**
 * A payload as expressions see it: maps, lists, texts, numbers, truth values. A member that stands twice has no value, since nothing
 * says which is meant; it costs no other.
 *
 * @param content the document; a text where the rule reads texts
 * @param faults members that stand twice
 */
record PayloadDocument(Object content, List<ItemFault> faults) {

    private static final int OCTETS = PayloadLimits.DEFAULT.octets();
    private static final int DEPTH = 32;
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxStringLength(OCTETS)
                    .maxNumberLength(128).build())
            .build();

    /** @throws PayloadException if the payload is empty, too large, too deep or no JSON */
    static PayloadDocument read(byte[] payload, Mapping.Format format) {
        if (payload.length == 0) {
            throw new PayloadException(RejectReason.EMPTY_PAYLOAD, "The payload is empty");
        }
        if (payload.length > OCTETS) {
            throw new PayloadException(RejectReason.PAYLOAD_TOO_LARGE,
                    "The payload has " + payload.length + " octets, the limit is " + OCTETS);
        }
        if (format == Mapping.Format.TEXT) {
            return new PayloadDocument(new String(payload, StandardCharsets.UTF_8).strip(), List.of());
        }
        List<ItemFault> faults = new ArrayList<>(0);
        try (JsonParser json = FACTORY.createParser(payload)) {
            if (json.nextToken() == null) {
                throw new PayloadException(RejectReason.EMPTY_PAYLOAD, "The payload is empty");
            }
            Object content = value(json, "", faults);
            if (json.nextToken() != null) {
                throw new PayloadException(RejectReason.NOT_JSON, "Something follows the end of the payload");
            }
            return new PayloadDocument(content, faults);
        } catch (StreamConstraintsException e) {
            throw new PayloadException(RejectReason.TOO_DEEP,
                    "The payload nests deeper than " + DEPTH + " levels or has a number that is too long");
        } catch (IOException e) {
            String text = String.valueOf(e.getMessage());
            int end = text.indexOf('\n');
            throw new PayloadException(RejectReason.NOT_JSON,
                    "The payload is not JSON: " + (end < 0 ? text : text.substring(0, end)));
        }
    }

    private static Object value(JsonParser json, String path, List<ItemFault> faults) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json, path, faults);
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json, path + "[" + list.size() + "]", faults));
                }
                yield list;
            }
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            default -> null;
        };
    }

    private static Number whole(JsonParser json) throws IOException {
        return switch (json.getNumberType()) {
            case INT -> json.getIntValue();
            case LONG -> json.getLongValue();
            default -> json.getBigIntegerValue();
        };
    }

    private static Map<String, Object> object(JsonParser json, String path, List<ItemFault> faults)
            throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        Set<String> twice = Set.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (object.containsKey(name)) {
                twice = twice.isEmpty() ? new HashSet<>() : twice;
                twice.add(name);
                json.skipChildren();
            } else {
                object.put(name, value(json, path.isEmpty() ? name : path + "." + name, faults));
            }
        }
        for (String name : twice) {
            object.remove(name);
            faults.add(new ItemFault(RejectReason.DUPLICATE_MEMBER,
                    "'" + (path.isEmpty() ? name : path + "." + name).replaceAll("\\p{Cntrl}", "?")
                            + "' stands twice"));
        }
        return object;
    }
}
