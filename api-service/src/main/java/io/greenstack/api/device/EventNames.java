package io.greenstack.api.device;

import java.util.LinkedHashMap;
import java.util.Map;

import io.greenstack.descriptions.EventBook;
import io.greenstack.descriptions.EventBook.EventText;

/** Names of the events of a description by their codes, for the edge services. */
final class EventNames {

    private static final int MOST_EVENTS = 1_000;
    private static final int LONGEST_NAME = 256;

    private EventNames() {}

    /** The names in the primary language. */
    static Map<Integer, String> of(EventBook book) {
        Map<Integer, String> names = new LinkedHashMap<>();
        for (EventText event : book.all(null)) {
            String name = event.name();
            if (name != null && !name.isBlank() && names.size() < MOST_EVENTS) {
                names.putIfAbsent(event.code(),
                        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
            }
        }
        return names;
    }
}
