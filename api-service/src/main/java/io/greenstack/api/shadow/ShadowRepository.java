package io.greenstack.api.shadow;

import java.sql.Array;
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
import java.util.TreeSet;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.shadow.model.Section;
import io.greenstack.api.shadow.model.Twin;

/**
 * Access to the table of twins: a few statements for any number of devices, because twins are written as often as devices
 * report. Rows are locked in the order of their ids, so that two batches never wait for each other.
 */
@ApplicationScoped
public class ShadowRepository {

    private static final String COLUMNS = "device_id, version, desired, reported, metadata, desired_version, delta_version, "
            + "published_version, reported_at, deleted, created_at, updated_at";
    private static final String DUE = "(published_version < desired_version or published_version < delta_version)";

    private final DataSource database;
    private final TwinCodec codec;

    @Inject
    public ShadowRepository(DataSource database, TwinCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    /** Twins as they are. */
    List<StoredTwin> find(Collection<String> deviceIds) {
        return select("select " + COLUMNS + " from device_shadow where device_id = any(?)",
                (sql, connection) -> sql.setArray(1, texts(connection, deviceIds)));
    }

    /** Twins whose id follows the given one, in order. */
    List<StoredTwin> after(String deviceId, int limit) {
        return select("select " + COLUMNS + " from device_shadow where device_id > ? order by device_id limit " + limit,
                (sql, connection) -> sql.setString(1, deviceId));
    }

    /** Twins that have messages due, locked. */
    List<StoredTwin> lockDue(int limit) {
        return select("select " + COLUMNS + " from device_shadow where " + DUE + " order by device_id limit " + limit
                + " for update", (sql, connection) -> {});
    }

    /** Twins by device, locked until the end of the transaction; those that are missing are made. */
    Map<String, StoredTwin> lock(Collection<String> deviceIds, Instant now) {
        TreeSet<String> missing = new TreeSet<>(deviceIds);
        Map<String, StoredTwin> twins = new LinkedHashMap<>();
        for (StoredTwin twin : lockExisting(missing)) {
            twins.put(twin.deviceId(), twin);
        }
        missing.removeAll(twins.keySet());
        if (!missing.isEmpty()) {
            update("insert into device_shadow (device_id, created_at, updated_at) select id, ?, ? from unnest(?) as id "
                    + "order by id on conflict do nothing", (sql, connection) -> {
                        sql.setTimestamp(1, Timestamp.from(now));
                        sql.setTimestamp(2, Timestamp.from(now));
                        sql.setArray(3, texts(connection, missing));
                    });
            for (StoredTwin twin : lockExisting(missing)) {
                twins.put(twin.deviceId(), twin);
            }
        }
        return twins;
    }

    /** Twins that there are, locked until the end of the transaction. */
    List<StoredTwin> lockExisting(Collection<String> deviceIds) {
        return select(
                "select " + COLUMNS + " from device_shadow where device_id = any(?) order by device_id for update",
                (sql, connection) -> sql.setArray(1, texts(connection, deviceIds)));
    }

    /** Writes twins back that are locked. */
    void update(List<StoredTwin> twins) {
        if (twins.isEmpty()) {
            return;
        }
        update("update device_shadow s set version = n.version, desired = n.desired::json, reported = n.reported::json, "
                + "metadata = n.metadata::json, desired_version = n.desired_version, delta_version = n.delta_version, "
                + "reported_at = n.reported_at, deleted = n.deleted, updated_at = to_timestamp(n.updated_at / 1000.0) "
                + "from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n(device_id, version, desired, reported, metadata, "
                + "desired_version, delta_version, reported_at, deleted, updated_at) where s.device_id = n.device_id",
                (sql, connection) -> {
                    sql.setArray(1, texts(connection, twins.stream().map(StoredTwin::deviceId).toList()));
                    sql.setArray(2, numbers(connection, twins, twin -> twin.twin().version()));
                    sql.setArray(3, texts(connection, twins.stream().map(t -> t.twin().desired().values().toString())
                            .toList()));
                    sql.setArray(4, texts(connection, twins.stream().map(t -> t.twin().reported().values().toString())
                            .toList()));
                    sql.setArray(5, texts(connection, twins.stream().map(t -> codec.metadata(t.twin())).toList()));
                    sql.setArray(6, numbers(connection, twins, twin -> twin.twin().desiredVersion()));
                    sql.setArray(7, numbers(connection, twins, twin -> twin.twin().deltaVersion()));
                    sql.setArray(8, numbers(connection, twins, twin -> twin.twin().reportedAt()));
                    sql.setArray(9, connection.createArrayOf("boolean",
                            twins.stream().map(twin -> twin.twin().deleted()).toArray()));
                    sql.setArray(10, numbers(connection, twins, twin -> twin.updatedAt().toEpochMilli()));
                });
    }

    /** Notes up to which version the messages of twins, which are locked, are on their way. */
    void markPublished(List<StoredTwin> twins) {
        update("update device_shadow s set published_version = n.version from unnest(?, ?) as n(device_id, version) "
                + "where s.device_id = n.device_id", (sql, connection) -> {
                    sql.setArray(1, texts(connection, twins.stream().map(StoredTwin::deviceId).toList()));
                    sql.setArray(2, numbers(connection, twins, twin -> twin.twin().version()));
                });
    }

    /** Makes the messages of all twins due again that ever had any. */
    int publishAllAnew() {
        return update("update device_shadow set published_version = 0 where published_version > 0", (sql, c) -> {});
    }

    private interface Binder {
        void bind(PreparedStatement sql, Connection connection) throws SQLException;
    }

    private interface NumberOf {
        long of(StoredTwin twin);
    }

    private List<StoredTwin> select(String statement, Binder binder) {
        try (Connection connection = database.getConnection();
                PreparedStatement sql = connection.prepareStatement(statement)) {
            binder.bind(sql, connection);
            List<StoredTwin> twins = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery()) {
                while (rows.next()) {
                    twins.add(read(rows));
                }
            }
            return twins;
        } catch (SQLException e) {
            throw new ShadowStoreException(e);
        }
    }

    private int update(String statement, Binder binder) {
        try (Connection connection = database.getConnection();
                PreparedStatement sql = connection.prepareStatement(statement)) {
            binder.bind(sql, connection);
            return sql.executeUpdate();
        } catch (SQLException e) {
            throw new ShadowStoreException(e);
        }
    }

    private StoredTwin read(ResultSet row) throws SQLException {
        ObjectNode metadata = codec.object(row.getString("metadata"));
        Twin twin = new Twin(row.getLong("version"),
                new Section(codec.object(row.getString("desired")), codec.leaves(metadata, "desired")),
                new Section(codec.object(row.getString("reported")), codec.leaves(metadata, "reported")),
                codec.rejections(metadata), row.getLong("desired_version"), row.getLong("delta_version"),
                row.getLong("reported_at"), row.getBoolean("deleted"), codec.marks(metadata));
        return new StoredTwin(row.getString("device_id"), twin, row.getLong("published_version"),
                row.getTimestamp("created_at").toInstant(), row.getTimestamp("updated_at").toInstant());
    }

    static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Array numbers(Connection connection, List<StoredTwin> twins, NumberOf number) throws SQLException {
        return connection.createArrayOf("bigint", twins.stream().map(number::of).toArray());
    }
}
