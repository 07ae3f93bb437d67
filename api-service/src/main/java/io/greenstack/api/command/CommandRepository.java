package io.greenstack.api.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.core.message.RejectReason;

/** Access to the table of commands; everything inside the caller's transaction. */
@ApplicationScoped
public class CommandRepository {

    private static final String COLUMNS = "id, command_id, device_id, command, parameters, state, requested_by, created_at, "
            + "expires_at, sent_at, answered_at, late, result, error, description_id, variable_id, subindex, traceparent";
    private static final String OPEN = "state in ('QUEUED', 'SENT')";
    private static final String REFUSED = "(state = 'FAILED' and answered_at is null)";
    private static final int PRUNED_AT_ONCE = 10_000;
    /** Key of the lock that one replica at a time has to hand commands on; any number that nothing else uses. */
    private static final long SENDER_LOCK = 0x47_53_43_4F_4D_4D_41_4EL;

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    public CommandRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    private interface Binding {
        void bind(PreparedStatement sql, Connection connection) throws SQLException;
    }

    private List<StoredCommand> query(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement, connection);
            List<StoredCommand> commands = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    commands.add(read(row));
                }
            }
            return commands;
        } catch (SQLException e) {
            throw new CommandStoreException(e);
        }
    }

    private int update(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement, connection);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new CommandStoreException(e);
        }
    }

    private long number(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement, connection);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new CommandStoreException(e);
        }
    }

    /** Stores a new command; its id is given here. */
    StoredCommand insert(StoredCommand c) {
        return query(
                "insert into device_command (command_id, device_id, command, parameters, state, requested_by, created_at, "
                        + "expires_at, append_at, description_id, variable_id, subindex, traceparent) "
                        + "values (?, ?, ?, ?::json, 'QUEUED', ?, ?, ?, ?, ?, ?, ?, ?) returning " + COLUMNS,
                (sql, connection) -> {
                    sql.setObject(1, c.commandId());
                    sql.setString(2, c.deviceId());
                    sql.setString(3, c.command());
                    sql.setString(4, text(c.parameters()));
                    sql.setString(5, c.requestedBy());
                    sql.setTimestamp(6, Timestamp.from(c.createdAt()));
                    sql.setTimestamp(7, Timestamp.from(c.expiresAt()));
                    sql.setTimestamp(8, Timestamp.from(c.createdAt()));
                    ParameterTarget target = c.target();
                    sql.setObject(9, target == null ? null : target.descriptionId(), Types.BIGINT);
                    sql.setString(10, target == null ? null : target.variableId());
                    sql.setObject(11, target == null ? null : target.subindex(), Types.INTEGER);
                    sql.setString(12, c.traceparent());
                }).get(0);
    }

    /** Commands of a device that wait for their answer. */
    long open(String deviceId) {
        return number("select count(*) from device_command where " + OPEN + " and device_id = ?",
                (sql, connection) -> sql.setString(1, deviceId));
    }

    Optional<StoredCommand> find(String deviceId, UUID commandId) {
        return select(deviceId, commandId, "").stream().findFirst();
    }

    /** The same, locked until the end of the transaction. */
    Optional<StoredCommand> lock(String deviceId, UUID commandId) {
        return select(deviceId, commandId, " for update").stream().findFirst();
    }

    private List<StoredCommand> select(String deviceId, UUID commandId, String suffix) {
        return query("select " + COLUMNS + " from device_command where command_id = ? and device_id = ?" + suffix,
                (sql, connection) -> {
                    sql.setObject(1, commandId);
                    sql.setString(2, deviceId);
                });
    }

    /** One page, newest first. */
    Page<StoredCommand> page(String deviceId, CommandState state, PageRequest page) {
        String where = " from device_command where device_id = ?" + (state == null ? "" : " and state = ?");
        Binding filter = (sql, connection) -> {
            sql.setString(1, deviceId);
            if (state != null) {
                sql.setString(2, state.name());
            }
        };
        long total = number("select count(*)" + where, filter);
        return new Page<>(query("select " + COLUMNS + where + " order by id desc limit " + page.size() + " offset "
                + page.offset(), filter), total, page);
    }

    /** Whether this transaction is the one that hands commands on, so that their order holds among replicas. */
    boolean becomeSender() {
        return number("select case when pg_try_advisory_xact_lock(?) then 1 else 0 end",
                (sql, connection) -> sql.setLong(1, SENDER_LOCK)) == 1;
    }

    /** Commands that are to be handed to the queue, oldest first, locked. */
    List<StoredCommand> lockDue(Instant now, int limit) {
        return query("select " + COLUMNS + " from device_command where state = 'QUEUED' and append_at <= ? "
                + "and expires_at > ? order by id limit " + limit + " for update skip locked", (sql, connection) -> {
                    sql.setTimestamp(1, Timestamp.from(now));
                    sql.setTimestamp(2, Timestamp.from(now));
                });
    }

    /** Commands are in the queue; if they have not been acknowledged at a later time, they are due again. */
    void markAppended(List<StoredCommand> commands, Instant next) {
        update("update device_command set append_at = ? where id = any(?)", (sql, connection) -> {
            sql.setTimestamp(1, Timestamp.from(next));
            sql.setArray(2, connection.createArrayOf("bigint", commands.stream().map(StoredCommand::id).toArray()));
        });
    }

    /**
     * The broker has acknowledged commands; answers those that were not known to be sent. One that it had refused before waits
     * for its answer again.
     */
    List<StoredCommand> markSent(Collection<UUID> commandIds, Instant at) {
        return query(
                "update device_command set sent_at = ?, state = case when state = 'QUEUED' or " + REFUSED
                        + " then 'SENT' else state end, error = case when " + REFUSED
                        + " then null else error end where id in "
                        + "(select id from device_command where command_id = any(?) and sent_at is null order by id "
                        + "for update) returning " + COLUMNS,
                (sql, connection) -> {
                    sql.setTimestamp(1, Timestamp.from(at));
                    sql.setArray(2, connection.createArrayOf("uuid", commandIds.toArray()));
                });
    }

    /** Ends what the broker will never take and has not taken before. */
    List<StoredCommand> markRefused(Map<UUID, String> reasons) {
        return query("update device_command set state = 'FAILED', error = json_build_object('code', '"
                + RejectReason.NOT_PUBLISHABLE + "', 'reason', n.reason) from unnest(?, ?) as n(refused, reason) "
                + "where command_id = n.refused and state = 'QUEUED' returning " + COLUMNS, (sql, connection) -> {
                    sql.setArray(1, connection.createArrayOf("uuid", reasons.keySet().toArray()));
                    sql.setArray(2, connection.createArrayOf("text", reasons.values().toArray()));
                });
    }

    /** Ends what nobody answered in time, those that no other replica is ending now. */
    List<StoredCommand> timeOut(Instant now, int limit) {
        return query("update device_command set state = 'TIMED_OUT' where id in (select id from device_command where "
                + OPEN
                + " and expires_at <= ? order by expires_at limit " + limit + " for update skip locked) returning "
                + COLUMNS, (sql, connection) -> sql.setTimestamp(1, Timestamp.from(now)));
    }

    /** Stores an answer. */
    StoredCommand answer(long id, DeviceAnswer answer, boolean late) {
        return query(
                "update device_command set state = ?, answered_at = ?, late = ?, result = ?::json, error = ?::json "
                        + "where id = ? returning " + COLUMNS,
                (sql, connection) -> {
                    sql.setString(1, (answer.ok() ? CommandState.ANSWERED : CommandState.FAILED).name());
                    sql.setTimestamp(2, Timestamp.from(answer.answeredAt()));
                    sql.setBoolean(3, late);
                    sql.setString(4, text(answer.result()));
                    sql.setString(5, text(answer.error()));
                    sql.setLong(6, id);
                }).get(0);
    }

    /** Forgets old commands that are done; returns whether there may be more. */
    boolean prune(Instant before) {
        return update(
                "delete from device_command where id in (select id from device_command where created_at < ? and not "
                        + OPEN + " limit " + PRUNED_AT_ONCE + ")",
                (sql, connection) -> sql.setTimestamp(1, Timestamp.from(before))) == PRUNED_AT_ONCE;
    }

    /** Forgets the commands of devices that are gone. */
    void forget(List<String> deviceIds) {
        update("delete from device_command where device_id = any(?)",
                (sql, connection) -> sql.setArray(1, connection.createArrayOf("text", deviceIds.toArray())));
    }

    private StoredCommand read(ResultSet row) throws SQLException {
        long description = row.getLong(15);
        ParameterTarget target = row.wasNull()
                ? null
                : new ParameterTarget(description, row.getString(16), row.getInt(17));
        return new StoredCommand(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                tree(row.getString(5)), CommandState.valueOf(row.getString(6)), row.getString(7),
                instant(row.getTimestamp(8)), instant(row.getTimestamp(9)), instant(row.getTimestamp(10)),
                instant(row.getTimestamp(11)), row.getBoolean(12), tree(row.getString(13)), tree(row.getString(14)),
                target, row.getString(18));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static String text(JsonNode value) {
        return value == null ? null : value.toString();
    }

    private JsonNode tree(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored of a command is not JSON", e);
        }
    }
}
