package io.greenstack.api.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as text, for documents that are stored and served as they are. */
@ApplicationScoped
public class JsonText {

    /** An escaped NUL that is not itself part of an escaped backslash. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    /** For documents of our own, which may be longer than those of clients. */
    private static final JsonFactory PLAIN = new JsonFactory();

    private final ObjectMapper mapper;

    public JsonText(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** A value as JSON in the API's conventions. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** Writes a value as JSON in the API's conventions to a stream, which stays open. */
    public void write(Object value, OutputStream out) throws IOException {
        mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, value);
    }

    /** A value out of what {@link #write} made of it. */
    public <T> T read(String document, Class<T> type) {
        try {
            return mapper.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored document is no " + type.getSimpleName(), e);
        }
    }

    /** A document as a tree; null stays null. */
    public JsonNode tree(String document) {
        return document == null ? null : read(document, JsonNode.class);
    }

    /** An object of texts, in its order. */
    public Map<String, String> texts(String object) {
        try {
            return mapper.readValue(object, mapper.getTypeFactory().constructMapType(LinkedHashMap.class, String.class,
                    String.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored document is no object of texts", e);
        }
    }

    /** A member of an object that is a list of texts, found without reading more than is before it; empty if there is none. */
    public List<String> member(String object, String name) {
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = PLAIN.createParser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(name);
                parser.nextToken();
                while (found && parser.nextToken() != JsonToken.END_ARRAY) {
                    texts.add(parser.getText());
                }
                if (found) {
                    return texts;
                }
                parser.skipChildren();
            }
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException("A stored document is no JSON object", e);
        }
    }

    /**
     * An object whose member of a name, a list, has no more items than some.
     *
     * @param more member that is added with this text if some were left out
     */
    public String cut(String object, String name, int most, Map<String, String> more) {
        StringWriter text = new StringWriter();
        try (JsonParser from = PLAIN.createParser(object); JsonGenerator to = PLAIN.createGenerator(text)) {
            from.nextToken();
            to.writeStartObject();
            boolean left = false;
            while (from.nextToken() == JsonToken.FIELD_NAME) {
                to.writeFieldName(from.currentName());
                boolean found = from.currentName().equals(name);
                if (from.nextToken() == JsonToken.START_ARRAY && found) {
                    left = copy(from, to, most);
                } else {
                    to.copyCurrentStructure(from);
                }
            }
            if (left) {
                for (Map.Entry<String, String> member : more.entrySet()) {
                    to.writeStringField(member.getKey(), member.getValue());
                }
            }
            to.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("A stored document is no JSON object", e);
        }
        return text.toString();
    }

    /** The first items of a list; whether there are more. */
    private static boolean copy(JsonParser from, JsonGenerator to, int most) throws IOException {
        to.writeStartArray();
        int count = 0;
        while (from.nextToken() != JsonToken.END_ARRAY) {
            if (count < most) {
                to.copyCurrentStructure(from);
            } else {
                from.skipChildren();
            }
            count++;
        }
        to.writeEndArray();
        return count > most;
    }

    /** A value as a JSON tree in the API's conventions. */
    public JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    /** The document without NUL characters, which PostgreSQL does not keep in {@code jsonb}; null stays null. */
    public static String storable(String document) {
        return document == null || !document.contains("\\u0000") ? document : NUL.matcher(document).replaceAll("$1");
    }

    /** One object with the members of two; no member may be in both. */
    public static String join(String object, String other) {
        String first = object.strip();
        String second = other.strip();
        if (second.equals("{}")) {
            return first;
        }
        if (first.equals("{}")) {
            return second;
        }
        return first.substring(0, first.length() - 1) + ',' + second.substring(1);
    }
}
