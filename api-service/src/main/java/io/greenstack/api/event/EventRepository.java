package io.greenstack.api.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.event.EventResource.EventBatch.ReportedEvent;
import io.greenstack.api.platform.Conditions;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;
import io.greenstack.core.message.EventMessage;
import io.greenstack.descriptions.Sparse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Access to the tables of events. */
@ApplicationScoped
class EventRepository {

    private static final String EVENTS = " from device_event e left join device_event_active a "
            + "on a.device_id = e.device_id and a.code = e.code and a.event_id = e.id";
    private static final int PRUNED_AT_ONCE = 10_000;

    private final Sql sql;

    public EventRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Stores events in their order, all of them or none, and keeps account of what is active.
     *
     * @return for each the stored event, or null if it was there already
     */
    @Transactional
    public List<StoredEvent> insert(List<ReportedEvent> events) {
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (ReportedEvent event : events) {
            Long id = seenBefore(event) ? null : insert(event);
            boolean appears = event.mode() == EventMessage.Mode.APPEARS;
            if (id != null && appears) {
                bind("insert into device_event_active (device_id, code, type, since, event_id) values (:device, :code, "
                        + ":type, :at, :id) on conflict (device_id, code) do update set type = excluded.type, "
                        + "event_id = excluded.event_id", event).bind("id", id).update();
            } else if (id != null && event.mode() == EventMessage.Mode.DISAPPEARS) {
                bind("delete from device_event_active where device_id = :device and code = :code", event).update();
            }
            stored.add(id == null
                    ? null
                    : new StoredEvent(id, event.deviceId(), event.code(), event.mode(), event.type(),
                            event.timestamp(), event.receivedAt(), event.clockAheadMs(), appears));
        }
        return stored;
    }

    private Sql.Query bind(String text, ReportedEvent event) {
        return sql.query(text).bind("device", event.deviceId()).bind("code", event.code()).bind("type", event.type())
                .bind("at", event.timestamp());
    }

    /**
     * An event without a time of its own that comes again cannot be told from a new one, unless the broker says that it
     * delivers again and the newest event of that code is the same.
     */
    private boolean seenBefore(ReportedEvent event) {
        return !event.fromDevice() && event.duplicate()
                && bind("select mode from device_event where device_id = :device "
                        + "and code = :code and not from_device order by id desc limit 1", event)
                        .first(row -> row.text("mode").equals(event.mode().name())).orElse(false);
    }

    private Long insert(ReportedEvent event) {
        return bind(
                "insert into device_event (device_id, code, mode, type, occurred_at, from_device, received_at, clock_ahead_ms) "
                        + "values (:device, :code, :mode, :type, :at, :fromDevice, :received, :ahead) on conflict do nothing returning id",
                event)
                .bind("mode", event.mode()).bind("fromDevice", event.fromDevice()).bind("received", event.receivedAt())
                .bind("ahead", event.clockAheadMs())
                .first(row -> row.number("id")).orElse(null);
    }

    /** One page, newest first. */
    Page<StoredEvent> page(EventFilter filter, PageRequest page) {
        Conditions wanted = new Conditions().with("e.device_id = :device", "device", filter.deviceId())
                .with("e.code = :code", "code", filter.code()).with("e.type = :type", "type", filter.type())
                .with("e.occurred_at >= :from", "from", filter.from()).with("e.occurred_at < :to", "to", filter.to())
                .either(filter.active(), "a.event_id is not null", "a.event_id is null");
        String found = EVENTS + wanted.where();
        return sql.query("select e.id, e.device_id, e.code, e.mode, e.type, e.occurred_at, e.received_at, "
                + "e.clock_ahead_ms, a.event_id is not null as active" + found + " order by e.id desc").bind(wanted)
                .page(page, "select count(*)" + found, EventRepository::read);
    }

    private static StoredEvent read(Sql.Row row) {
        return new StoredEvent(row.number("id"), row.text("device_id"), (int) row.number("code"),
                row.constant("mode", EventMessage.Mode.class), row.constant("type", EventMessage.Type.class),
                row.instant("occurred_at"), row.instant("received_at"), row.get("clock_ahead_ms", Long.class),
                row.flag("active"));
    }

    /** Forgets what is older and not active; returns whether there may be more. */
    boolean prune(Instant before) {
        return sql.query("delete from device_event where id in (select e.id" + EVENTS
                + " where e.received_at < :before and a.event_id is null limit " + PRUNED_AT_ONCE + ")")
                .bind("before", before).update() == PRUNED_AT_ONCE;
    }

    /** Forgets what is active at devices that are gone; what happened stays. */
    void forgetActive(List<String> deviceIds) {
        sql.query("delete from device_event_active where device_id = any(:ids)").array("ids", "text", deviceIds)
                .update();
    }

    /**
     * An event as it is stored.
     *
     * @param id number of the event; later ones have larger numbers
     * @param deviceId the device
     * @param code event code, 0 to 65535
     * @param mode whether it appears, disappears or happens once
     * @param type how severe it is, null if the device does not tell
     * @param occurredAt when it happened
     * @param receivedAt when the bridge received it
     * @param clockAheadMs by how much the clock of the device was ahead, so that the arrival stands for its time; else null
     * @param active whether it has appeared and not disappeared since
     */
    @RegisterForReflection
    record StoredEvent(long id, String deviceId, int code, EventMessage.Mode mode, EventMessage.Type type,
            Instant occurredAt, Instant receivedAt, Long clockAheadMs, boolean active) implements Sparse {}
}
