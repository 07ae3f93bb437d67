package io.greenstack.api.shadow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;

/** The last changes of each twin, in a ring of as many rows as are kept, so that nothing has to be cleaned up. */
@ApplicationScoped
public class ShadowHistory {

    private final DataSource database;
    private final int kept;

    @Inject
    public ShadowHistory(DataSource database, ShadowSettings settings) {
        this.database = database;
        this.kept = settings.history();
    }

    /**
     * A change to be kept.
     *
     * @param deviceId the twin
     * @param version version it led to
     * @param source who made it
     * @param patch what it changed, as JSON
     */
    record Entry(String deviceId, long version, String source, String patch) {}

    /** Keeps changes; belongs into the transaction of the changes. */
    void add(List<Entry> entries, Instant now) {
        if (entries.isEmpty() || kept == 0) {
            return;
        }
        Map<String, Entry> places = new LinkedHashMap<>();
        entries.forEach(entry -> places.put(entry.deviceId() + ' ' + entry.version() % kept, entry));
        Collection<Entry> last = places.values();
        String statement = "insert into device_shadow_change (device_id, place, version, changed_at, source, patch) "
                + "select n.device_id, n.version % ?, n.version, ?, n.source, n.patch::json from unnest(?, ?, ?, ?) as "
                + "n(device_id, version, source, patch) on conflict (device_id, place) do update set version = "
                + "excluded.version, changed_at = excluded.changed_at, source = excluded.source, patch = excluded.patch";
        try (Connection connection = database.getConnection();
                PreparedStatement sql = connection.prepareStatement(statement)) {
            sql.setInt(1, kept);
            sql.setTimestamp(2, Timestamp.from(now));
            sql.setArray(3, ShadowRepository.texts(connection, last.stream().map(Entry::deviceId).toList()));
            sql.setArray(4, connection.createArrayOf("bigint", last.stream().map(Entry::version).toArray()));
            sql.setArray(5, ShadowRepository.texts(connection, last.stream().map(Entry::source).toList()));
            sql.setArray(6, ShadowRepository.texts(connection, last.stream().map(Entry::patch).toList()));
            sql.executeUpdate();
        } catch (SQLException e) {
            throw new ShadowStoreException(e);
        }
    }

    /** Changes of a twin, newest first. */
    Page<ShadowChangeView> page(String deviceId, PageRequest page) {
        String from = " from device_shadow_change where device_id = ? and version > (select coalesce(max(version), 0) - ? "
                + "from device_shadow where device_id = ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("select count(*)" + from);
                PreparedStatement rows = connection.prepareStatement("select version, changed_at, source, patch" + from
                        + " order by version desc limit ? offset ?")) {
            bind(count, deviceId);
            bind(rows, deviceId);
            rows.setInt(4, page.size());
            rows.setLong(5, (page.page() - 1L) * page.size());
            return new Page<>(read(rows), total(count), page);
        } catch (SQLException e) {
            throw new ShadowStoreException(e);
        }
    }

    private void bind(PreparedStatement sql, String deviceId) throws SQLException {
        sql.setString(1, deviceId);
        sql.setInt(2, kept);
        sql.setString(3, deviceId);
    }

    private static long total(PreparedStatement count) throws SQLException {
        try (ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<ShadowChangeView> read(PreparedStatement sql) throws SQLException {
        List<ShadowChangeView> changes = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery()) {
            while (rows.next()) {
                changes.add(new ShadowChangeView(rows.getLong(1), rows.getTimestamp(2).toInstant(), rows.getString(3),
                        rows.getString(4)));
            }
        }
        return changes;
    }
}
