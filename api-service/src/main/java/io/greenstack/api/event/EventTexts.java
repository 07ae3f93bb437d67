package io.greenstack.api.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.description.DescriptionService;
import io.greenstack.api.description.DescriptionSummary;
import io.greenstack.api.description.OpenDescriptions;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.event.EventRepository.StoredEvent;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.core.message.EventMessage;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.DescriptionFormats;
import io.greenstack.descriptions.EventBook;
import io.greenstack.descriptions.EventBook.EventText;

/**
 * Explains events: by the description that a device is bound to now, else by the events of the standards. Texts are looked up
 * when they are read, so a file that arrives later explains what happened before.
 */
@ApplicationScoped
class EventTexts {

    private final DeviceService devices;
    private final DescriptionService descriptions;
    private final OpenDescriptions open;
    private final List<EventBook> standards;

    public EventTexts(DeviceService devices, DescriptionService descriptions, OpenDescriptions open,
            DescriptionFormats formats) {
        this.devices = devices;
        this.descriptions = descriptions;
        this.open = open;
        this.standards = formats.all().stream().map(DescriptionFormat::standardEvents).toList();
    }

    /** Events with their texts in the language that is asked for. */
    List<EventView> explain(List<StoredEvent> events, LanguageQuery language) {
        Map<String, Map<Integer, EventText>> own = new HashMap<>();
        return events.stream().map(event -> view(event,
                Optional.ofNullable(own.computeIfAbsent(event.deviceId(), device -> own(device, language))
                        .get(event.code())).or(() -> standard(event.code(), language))))
                .toList();
    }

    /** Events with the name and the severity that they have in the primary language. */
    List<StoredEvents.Item> named(List<StoredEvent> events) {
        List<EventView> views = explain(events, new LanguageQuery());
        List<StoredEvents.Item> items = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            items.add(new StoredEvents.Item(event.id(), event.deviceId(), event.code(), event.mode(),
                    type(views.get(i).type()), views.get(i).name(), event.occurredAt()));
        }
        return items;
    }

    private static EventMessage.Type type(String label) {
        for (EventMessage.Type type : EventMessage.Type.values()) {
            if (type.name().equalsIgnoreCase(label)) {
                return type;
            }
        }
        return null;
    }

    /** The events in the words of the description of a device. */
    private Map<Integer, EventText> own(String deviceId, LanguageQuery language) {
        Long id = devices.descriptionIfRegistered(deviceId).orElse(null);
        DescriptionSummary summary = id == null ? null : descriptions.summaries(List.of(id)).get(id);
        Map<Integer, EventText> texts = new HashMap<>();
        if (summary != null) {
            EventBook book = open.of(summary).events();
            book.all(language.best(book.languages())).stream().filter(text -> !text.standard())
                    .forEach(text -> texts.putIfAbsent(text.code(), text));
        }
        return texts;
    }

    private Optional<EventText> standard(int code, LanguageQuery language) {
        return standards.stream().flatMap(book -> book.find(code, language.best(book.languages())).stream())
                .findFirst();
    }

    private static EventView view(StoredEvent event, Optional<EventText> known) {
        String type = event.type() != null ? event.type().name() : known.map(EventText::type).orElse(null);
        return new EventView(event.id(), event.deviceId(), event.code(), String.format("0x%04X", event.code()),
                event.mode().name().toLowerCase(Locale.ROOT), type == null ? null : type.toLowerCase(Locale.ROOT),
                known.map(EventText::name).orElse(null), known.map(EventText::description).orElse(null),
                known.map(text -> text.standard() ? "standard" : "description").orElse(null), event.occurredAt(),
                event.receivedAt(), event.clockAheadMs(), event.active());
    }
}
