package io.greenstack.descriptions;

import java.util.List;
import java.util.Optional;

/** Explains events by their codes. */
public interface EventBook {

    /** No event is known. */
    EventBook EMPTY = new EventBook() {

        @Override
        public List<String> languages() {
            return List.of();
        }

        @Override
        public List<EventText> all(String language) {
            return List.of();
        }
    };

    /** Languages of the texts, the primary one first. */
    List<String> languages();

    /**
     * All events in document order; of several with one code the first counts.
     *
     * @param language language of the texts, null = the primary one
     */
    List<EventText> all(String language);

    /** The event of a code, empty if none is known. */
    default Optional<EventText> find(int code, String language) {
        return all(language).stream().filter(event -> event.code() == code).findFirst();
    }
}
