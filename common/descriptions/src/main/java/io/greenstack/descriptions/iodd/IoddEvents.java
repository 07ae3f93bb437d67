package io.greenstack.descriptions.iodd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.greenstack.descriptions.EventBook;
import io.greenstack.descriptions.EventBook.EventText;
import io.greenstack.descriptions.iodd.model.EventEntry;
import io.greenstack.descriptions.iodd.model.EventEntry.Event;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddVersion;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.standard.StandardDefinitions;
import io.greenstack.descriptions.iodd.standard.StandardTexts;

/** The events of an IODD; those it takes from the standard are in the words of the standard. */
final class IoddEvents implements EventBook {

    /** The events of the standard (IO-Link interface specification, annex D), in English and German. */
    static final EventBook STANDARD = new EventBook() {

        private static final List<String> LANGUAGES = List.of("en", "de");

        @Override
        public List<String> languages() {
            return LANGUAGES;
        }

        @Override
        public List<EventText> all(String language) {
            return DEFINITIONS.events().stream().map(event -> text(event, language)).toList();
        }

        @Override
        public Optional<EventText> find(int code, String language) {
            return Optional.ofNullable(DEFINITIONS.event(code)).map(event -> text(event, language));
        }

        private EventText text(Event event, String language) {
            return new EventText(event.code(), event.type(), StandardTexts.find(id(event.name()), language),
                    StandardTexts.find(id(event.description()), language), true);
        }
    };

    private static final StandardDefinitions DEFINITIONS = StandardDefinitions.of(IoddVersion.V1_1);

    private final IoddDescription model;

    IoddEvents(IoddDescription model) {
        this.model = model;
    }

    private static String id(TextRef ref) {
        return ref == null ? null : ref.textId();
    }

    @Override
    public List<String> languages() {
        return List.copyOf(IoddTexts.languages(model));
    }

    @Override
    public List<EventText> all(String language) {
        IoddTexts texts = IoddTexts.of(model, language);
        List<EventText> events = new ArrayList<>();
        for (EventEntry entry : model.events()) {
            Event event = DEFINITIONS.event(entry);
            if (event != null && event.code() != null) {
                events.add(new EventText(event.code(), event.type(), texts.text(event.name()),
                        texts.text(event.description()), !(entry instanceof Event)));
            }
        }
        return events;
    }
}
