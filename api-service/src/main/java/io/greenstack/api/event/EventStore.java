package io.greenstack.api.event;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.greenstack.api.device.DeviceEvents;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** Transactions on events. */
@ApplicationScoped
public class EventStore {

    private final EventRepository events;

    @Inject
    public EventStore(EventRepository events) {
        this.events = events;
    }

    /** Stores events, all of them or none; null for each that was there already. */
    @Transactional
    public List<StoredEvent> store(List<ReportedEvent> batch) {
        return events.insert(batch);
    }

    /** One page, newest first. */
    @Transactional
    public Page<StoredEvent> page(EventFilter filter, PageRequest page) {
        return events.page(filter, page);
    }

    void onDeleted(@Observes DeviceEvents.Deleted deleted) {
        events.forgetActive(deleted.deviceIds());
    }
}
