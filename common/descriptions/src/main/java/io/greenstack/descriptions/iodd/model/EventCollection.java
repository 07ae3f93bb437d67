package io.greenstack.descriptions.iodd.model;

import java.util.List;

/**
 * Events the device can report, clause 7.5.7.
 *
 * @param events entries in document order
 * @param source place in the file
 */
public record EventCollection(List<EventEntry> events, Source source) implements IoddNode {

    public EventCollection {
        events = List.copyOf(events);
    }
}
