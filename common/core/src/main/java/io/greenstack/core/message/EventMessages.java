package io.greenstack.core.message;

import java.util.List;

/**
 * The events of one payload.
 *
 * @param events in their order
 * @param leftOut what is not kept, while these are
 */
public record EventMessages(List<EventMessage> events, LeftOut leftOut) {

    public EventMessages {
        events = List.copyOf(events);
    }
}
