package io.greenstack.api.platform;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as text, for documents that are stored and served as they are. */
@ApplicationScoped
public class JsonText {

    /** An escaped NUL that is not itself part of an escaped backslash. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final ObjectMapper mapper;

    @Inject
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
