package io.greenstack.api.device;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Access to the table of presences: any number of devices in one statement. */
@ApplicationScoped
public class PresenceRepository {

    private static final String MERGE = "insert into device_presence as p (device_id, connection_state, state_since, "
            + "first_seen_at, last_seen_at) select d.id, n.state, n.since, n.seen, n.seen from unnest(?, ?, ?, ?) as "
            + "n(device_id, state, since, seen) join device d on d.id = n.device_id order by d.id "
            + "on conflict (device_id) do update set "
            + "connection_state = coalesce(excluded.connection_state, p.connection_state), "
            + "state_since = case when excluded.connection_state is null then p.state_since else excluded.state_since end, "
            + "first_seen_at = coalesce(p.first_seen_at, excluded.first_seen_at), "
            + "last_seen_at = greatest(p.last_seen_at, excluded.last_seen_at)";

    private final DataSource database;

    @Inject
    public PresenceRepository(DataSource database) {
        this.database = database;
    }

    /** Merges what was noted; devices that are not registered are left out, and what is not known stays as it was. */
    @Transactional
    public void merge(List<Presence> noted) {
        try (Connection connection = database.getConnection();
                PreparedStatement sql = connection.prepareStatement(MERGE)) {
            sql.setArray(1, connection.createArrayOf("text", noted.stream().map(Presence::deviceId).toArray()));
            sql.setArray(2, connection.createArrayOf("text", noted.stream().map(Presence::state).toArray()));
            sql.setArray(3, connection.createArrayOf("timestamptz",
                    noted.stream().map(presence -> timestamp(presence.since())).toArray()));
            sql.setArray(4, connection.createArrayOf("timestamptz",
                    noted.stream().map(presence -> timestamp(presence.lastSeen())).toArray()));
            sql.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Presences cannot be written", e);
        }
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
