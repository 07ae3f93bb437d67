package io.greenstack.api.event;

import java.time.Instant;
import java.util.List;

import io.greenstack.core.message.EventMessage;

/**
 * Events that were stored, told inside the transaction that stored them, in their order.
 *
 * @param items those that are new
 */
public record StoredEvents(List<Item> items) {

    /**
     * An event.
     *
     * @param id number of the event; later ones have larger numbers
     * @param deviceId the device
     * @param code event code, 0 to 65535
     * @param mode whether it appears, disappears or happens once
     * @param type how severe it is, as the device says, else as the description or the standard does; null if nobody does
     * @param name its name in the primary language of the description, else in that of the standard; null if nobody knows it
     * @param occurredAt when it happened
     */
    public record Item(long id, String deviceId, int code, EventMessage.Mode mode, EventMessage.Type type, String name,
            Instant occurredAt) {}
}
