package io.greenstack.api.description;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Names of the members of stored documents that are read without the whole of them: the contract between the formats, which
 * write the documents, and all who read a part. Whatever else is in them is the business of their format.
 */
public final class StoredDocuments {

    /** Of a detail, if the format has texts in languages: their codes, the primary one first. */
    public static final String LANGUAGES = "languages";
    /** Of a detail, if the format has events: objects with {@link #CODE} and {@link #NAME}. */
    public static final String EVENTS = "events";
    /** Of a detail, if the format has languages: product names by language; a column of its own holds a copy. */
    public static final String PRODUCT_NAMES = "product_names";
    /** Of an event: its number. */
    public static final String CODE = "code";
    /** Of an event: its name. */
    public static final String NAME = "name";
    /** Of a finding: {@code ERROR}, {@code WARNING} or {@code INFO}. */
    public static final String SEVERITY = "severity";

    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    private static final int MOST_EVENTS = 1_000;
    private static final int LONGEST_NAME = 256;

    private StoredDocuments() {}

    /** Names by code of a list of events, as many as edge services take. */
    static Map<Integer, String> eventNames(String events) {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (JsonNode event : tree(events)) {
            String name = event.path(NAME).asText("");
            if (event.path(CODE).isInt() && !name.isBlank() && names.size() < MOST_EVENTS) {
                names.putIfAbsent(event.path(CODE).intValue(),
                        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
            }
        }
        return names;
    }

    private static JsonNode tree(String document) {
        try {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new IllegalStateException("A stored document is no JSON", e);
        }
    }
}
