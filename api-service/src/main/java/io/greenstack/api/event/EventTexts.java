package io.greenstack.api.event;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.description.DescriptionKind;
import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.iodd.IoddModels;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.descriptions.iodd.model.Event;
import io.greenstack.descriptions.iodd.model.EventEntry;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.IoddVersion;
import io.greenstack.descriptions.iodd.model.TextRef;
import io.greenstack.descriptions.iodd.standard.IoddTexts;
import io.greenstack.descriptions.iodd.standard.StandardDefinitions;
import io.greenstack.descriptions.iodd.standard.StandardTexts;

/**
 * Explains events: by the event collection of the IODD a device is bound to now, else by the events of the standard. Texts are
 * looked up when they are read, so a file that arrives later explains what happened before.
 */
@ApplicationScoped
class EventTexts {

    private static final List<String> STANDARD_LANGUAGES = List.of("en", "de");
    private static final StandardDefinitions STANDARD = StandardDefinitions.of(IoddVersion.V1_1);

    private final DeviceService devices;
    private final DescriptionService descriptions;
    private final IoddModels models;

    @Inject
    public EventTexts(DeviceService devices, DescriptionService descriptions, IoddModels models) {
        this.devices = devices;
        this.descriptions = descriptions;
        this.models = models;
    }

    /** Events with their texts in the language that is asked for. */
    List<EventView> explain(List<StoredEvent> events, LanguageQuery language) {
        Map<String, Book> books = new HashMap<>();
        return events.stream().map(event -> books
                .computeIfAbsent(event.deviceId(), device -> book(device, language)).explain(event)).toList();
    }

    private Book book(String deviceId, LanguageQuery language) {
        Long id = devices.descriptionIfRegistered(deviceId).orElse(null);
        DescriptionSummary summary = id == null ? null : descriptions.summaries(List.of(id)).get(id);
        return summary == null || summary.kind() != DescriptionKind.IODD
                ? new Book(null, language)
                : new Book(models.of(summary), language);
    }

    /** What the description of one device and the standard say. */
    private static final class Book {

        private final Map<Integer, Event> own = new HashMap<>();
        private final IoddTexts texts;
        private final String standardLanguage;

        Book(IoddDescription description, LanguageQuery language) {
            String standard = language.best(STANDARD_LANGUAGES);
            this.standardLanguage = standard == null ? STANDARD_LANGUAGES.get(0) : standard;
            this.texts = description == null
                    ? null
                    : IoddTexts.of(description, language.best(IoddTexts.languages(description)));
            if (description != null) {
                for (EventEntry entry : description.events()) {
                    if (entry instanceof Event event && event.code() != null) {
                        own.putIfAbsent(event.code(), event);
                    }
                }
            }
        }

        EventView explain(StoredEvent event) {
            Event described = own.get(event.code());
            Event known = described != null ? described : STANDARD.event(event.code());
            String type = event.type() != null
                    ? event.type().name().toLowerCase(Locale.ROOT)
                    : known == null || known.type() == null ? null : known.type().toLowerCase(Locale.ROOT);
            String source = known == null ? null : described != null ? "description" : "standard";
            return new EventView(event.id(), event.deviceId(), event.code(), String.format("0x%04X", event.code()),
                    event.mode().name().toLowerCase(Locale.ROOT), type,
                    known == null ? null : text(described != null, known.name()),
                    known == null ? null : text(described != null, known.description()), source, event.occurredAt(),
                    event.receivedAt(), event.active());
        }

        private String text(boolean described, TextRef ref) {
            if (ref == null) {
                return null;
            }
            return described ? texts.text(ref) : StandardTexts.find(ref.textId(), standardLanguage);
        }
    }
}
