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

    /**
     * An event in words.
     *
     * @param code event code, 0..65535
     * @param type {@code Notification}, {@code Warning}, {@code Error} or as the file says, may be null
     * @param name what happened, may be null
     * @param description what to do, may be null
     * @param standard true if the words are those of the standard, not of the description
     */
    record EventText(int code, String type, String name, String description, boolean standard) {}
}
