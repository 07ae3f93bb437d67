package io.greenstack.api.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.core.message.EventMessage;

/** Access to the tables of events; everything inside the caller's transaction. */
@ApplicationScoped
public class EventRepository {

    private static final String INSERT = "insert into device_event "
            + "(device_id, code, mode, type, occurred_at, from_device, received_at) values (?, ?, ?, ?, ?, ?, ?) "
            + "on conflict do nothing returning id";
    private static final String LIKE_THE_LAST = "select mode from device_event where device_id = ? and code = ? "
            + "and not from_device order by id desc limit 1";
    private static final String APPEARED = "insert into device_event_active (device_id, code, type, since, event_id) "
            + "values (?, ?, ?, ?, ?) on conflict (device_id, code) do update set type = excluded.type, "
            + "event_id = excluded.event_id";
    private static final String DISAPPEARED = "delete from device_event_active where device_id = ? and code = ?";
    private static final String EVENTS = " from device_event e left join device_event_active a "
            + "on a.device_id = e.device_id and a.code = e.code and a.event_id = e.id";
    private static final int PRUNED_AT_ONCE = 10_000;

    private final DataSource database;

    @Inject
    public EventRepository(DataSource database) {
        this.database = database;
    }

    /**
     * Stores events in their order and keeps account of what is active.
     *
     * @return for each the stored event, or null if it was there already
     */
    List<StoredEvent> insert(List<ReportedEvent> events) {
        List<StoredEvent> stored = new ArrayList<>(events.size());
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement last = connection.prepareStatement(LIKE_THE_LAST);
                PreparedStatement appeared = connection.prepareStatement(APPEARED);
                PreparedStatement disappeared = connection.prepareStatement(DISAPPEARED)) {
            for (ReportedEvent event : events) {
                Long id = seenBefore(last, event) ? null : insert(insert, event);
                if (id != null) {
                    if (event.mode() == EventMessage.Mode.APPEARS) {
                        appear(appeared, event, id);
                    } else if (event.mode() == EventMessage.Mode.DISAPPEARS) {
                        disappeared.setString(1, event.deviceId());
                        disappeared.setInt(2, event.code());
                        disappeared.executeUpdate();
                    }
                }
                stored.add(id == null
                        ? null
                        : new StoredEvent(id, event.deviceId(), event.code(), event.mode(), event.type(),
                                event.timestamp(), event.receivedAt(), event.mode() == EventMessage.Mode.APPEARS));
            }
            return stored;
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    /**
     * An event without a time of its own that comes again cannot be told from a new one, unless the broker says that it
     * delivers again and the newest event of that code is the same.
     */
    private static boolean seenBefore(PreparedStatement last, ReportedEvent event) throws SQLException {
        if (event.fromDevice() || !event.duplicate()) {
            return false;
        }
        last.setString(1, event.deviceId());
        last.setInt(2, event.code());
        try (ResultSet row = last.executeQuery()) {
            return row.next() && row.getString(1).equals(event.mode().name());
        }
    }

    private static Long insert(PreparedStatement insert, ReportedEvent event) throws SQLException {
        insert.setString(1, event.deviceId());
        insert.setInt(2, event.code());
        insert.setString(3, event.mode().name());
        insert.setString(4, event.type() == null ? null : event.type().name());
        insert.setTimestamp(5, Timestamp.from(event.timestamp()));
        insert.setBoolean(6, event.fromDevice());
        insert.setTimestamp(7, Timestamp.from(event.receivedAt()));
        try (ResultSet row = insert.executeQuery()) {
            return row.next() ? row.getLong(1) : null;
        }
    }

    private static void appear(PreparedStatement appeared, ReportedEvent event, long id) throws SQLException {
        appeared.setString(1, event.deviceId());
        appeared.setInt(2, event.code());
        appeared.setString(3, event.type() == null ? null : event.type().name());
        appeared.setTimestamp(4, Timestamp.from(event.timestamp()));
        appeared.setLong(5, id);
        appeared.executeUpdate();
    }

    /** One page, newest first. */
    Page<StoredEvent> page(EventFilter filter, PageRequest page) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        try (Connection connection = database.getConnection()) {
            long total;
            try (PreparedStatement count = connection.prepareStatement("select count(*)" + EVENTS + where)) {
                bind(count, values);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    total = row.getLong(1);
                }
            }
            try (PreparedStatement select = connection.prepareStatement("select e.id, e.device_id, e.code, e.mode, "
                    + "e.type, e.occurred_at, e.received_at, a.event_id is not null" + EVENTS + where
                    + " order by e.id desc limit ? offset ?")) {
                values.add(page.size());
                values.add(page.offset());
                bind(select, values);
                return new Page<>(read(select), total, page);
            }
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    private static String where(EventFilter filter, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        condition("e.device_id = ?", filter.deviceId(), conditions, values);
        condition("e.code = ?", filter.code(), conditions, values);
        condition("e.type = ?", filter.type() == null ? null : filter.type().name(), conditions, values);
        condition("e.occurred_at >= ?", filter.from() == null ? null : Timestamp.from(filter.from()), conditions,
                values);
        condition("e.occurred_at < ?", filter.to() == null ? null : Timestamp.from(filter.to()), conditions, values);
        if (filter.active() != null) {
            conditions.add(filter.active() ? "a.event_id is not null" : "a.event_id is null");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static void condition(String text, Object value, List<String> conditions, List<Object> values) {
        if (value != null) {
            conditions.add(text);
            values.add(value);
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static List<StoredEvent> read(PreparedStatement select) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String type = row.getString(5);
                events.add(new StoredEvent(row.getLong(1), row.getString(2), row.getInt(3),
                        EventMessage.Mode.valueOf(row.getString(4)),
                        type == null ? null : EventMessage.Type.valueOf(type), row.getTimestamp(6).toInstant(),
                        row.getTimestamp(7).toInstant(), row.getBoolean(8)));
            }
        }
        return events;
    }

    /** Forgets what is older and not active; returns whether there may be more. */
    boolean prune(Instant before) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection
                        .prepareStatement("delete from device_event where id in (select e.id"
                                + EVENTS + " where e.received_at < ? and a.event_id is null limit " + PRUNED_AT_ONCE
                                + ")")) {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate() == PRUNED_AT_ONCE;
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }

    /** Forgets what is active at devices that are gone; what happened stays. */
    void forgetActive(List<String> deviceIds) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection
                        .prepareStatement("delete from device_event_active where device_id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("text", deviceIds.toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }
}
