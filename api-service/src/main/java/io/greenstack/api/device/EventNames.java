package io.greenstack.api.device;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Names of the events of a description, for the edge services. */
final class EventNames {

    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    private static final int MOST_EVENTS = 1_000;
    private static final int LONGEST_NAME = 256;

    private EventNames() {}

    /** The names in the list {@code events} of a detail document. */
    static Map<Integer, String> of(String events) {
        try {
            Map<Integer, String> names = new LinkedHashMap<>();
            for (JsonNode event : JSON.readTree(events)) {
                String name = event.path("name").asText("");
                if (event.path("code").isInt() && !name.isBlank() && names.size() < MOST_EVENTS) {
                    names.putIfAbsent(event.path("code").intValue(),
                            name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
                }
            }
            return names;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored list of events is not JSON", e);
        }
    }
}
