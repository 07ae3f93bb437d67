package io.greenstack.api.command;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.greenstack.api.command.CommandService.DeviceAnswer;
import io.greenstack.api.device.DeviceEvents;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;
import io.greenstack.core.message.RejectReason;

/** Access to the table of commands. */
@ApplicationScoped
class CommandRepository {

    private static final String COLUMNS = "id, command_id, device_id, command, parameters, state, requested_by, created_at, "
            + "expires_at, sent_at, answered_at, late, result, error, description_id, variable_id, subindex, traceparent";
    private static final String OPEN = "state in ('QUEUED', 'SENT')";
    private static final String REFUSED = "(state = 'FAILED' and answered_at is null)";
    private static final int PRUNED_AT_ONCE = 10_000;
    /** Key of the lock that one replica at a time has to hand commands on; any number that nothing else uses. */
    private static final long SENDER_LOCK = 0x47_53_43_4F_4D_4D_41_4EL;

    private final Sql sql;
    private final JsonText json;
    private final CommandSettings settings;
    private final Clock clock;

    public CommandRepository(Sql sql, JsonText json, CommandSettings settings, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores a new command; its id is given here.
     *
     * @throws ApiException 429 when too many commands of the device wait
     */
    @Transactional
    public StoredCommand create(StoredCommand c) {
        long open = sql.query("select count(*) from device_command where " + OPEN + " and device_id = :device")
                .bind("device", c.deviceId()).one(row -> row.number(1));
        if (open >= settings.maxOpen()) {
            throw new ApiException(429, "too-many-commands", "More than " + settings.maxOpen()
                    + " commands wait for an answer of '" + c.deviceId() + "'; try again when some have ended.");
        }
        ParameterTarget target = c.target();
        return sql.query("insert into device_command (command_id, device_id, command, parameters, state, requested_by, "
                + "created_at, expires_at, append_at, description_id, variable_id, subindex, traceparent) values "
                + "(:id, :device, :command, :parameters::json, 'QUEUED', :by, :created, :expires, :created, :description, "
                + ":variable, :subindex, :traceparent) returning " + COLUMNS)
                .bind("id", c.commandId()).bind("device", c.deviceId()).bind("command", c.command())
                .bind("parameters", c.parameters()).bind("by", c.requestedBy()).bind("created", c.createdAt())
                .bind("expires", c.expiresAt()).bind("description", target == null ? null : target.descriptionId())
                .bind("variable", target == null ? null : target.variableId())
                .bind("subindex", target == null ? null : target.subindex()).bind("traceparent", c.traceparent())
                .one(this::read);
    }

    Optional<StoredCommand> find(String deviceId, UUID commandId) {
        return find(deviceId, commandId, "");
    }

    private Optional<StoredCommand> find(String deviceId, UUID commandId, String suffix) {
        return sql.query("select " + COLUMNS + " from device_command where command_id = :id and device_id = :device"
                + suffix).bind("id", commandId).bind("device", deviceId).first(this::read);
    }

    /** One page, newest first. */
    Page<StoredCommand> page(String deviceId, CommandState state, PageRequest page) {
        String found = " from device_command where device_id = :device" + (state == null ? "" : " and state = :state");
        return sql.query("select " + COLUMNS + found + " order by id desc").bind("device", deviceId)
                .bind("state", state)
                .page(page, "select count(*)" + found, this::read);
    }

    /** Whether this transaction is the one that hands commands on, so that their order holds among replicas. */
    boolean becomeSender() {
        return sql.query("select pg_try_advisory_xact_lock(:key) as mine").bind("key", SENDER_LOCK)
                .one(row -> row.flag("mine"));
    }

    /** Commands that are to be handed to the queue, oldest first, locked. */
    List<StoredCommand> lockDue(Instant now, int limit) {
        return sql.query("select " + COLUMNS + " from device_command where state = 'QUEUED' and append_at <= :now "
                + "and expires_at > :now order by id limit :limit for update skip locked").bind("now", now)
                .bind("limit", limit).list(this::read);
    }

    /** Commands are in the queue; if they have not been acknowledged at a later time, they are due again. */
    void markAppended(List<StoredCommand> commands, Instant next) {
        sql.query("update device_command set append_at = :next where id = any(:ids)").bind("next", next)
                .array("ids", "bigint", commands, StoredCommand::id).update();
    }

    /**
     * The broker has acknowledged commands; answers those that were not known to be sent. One that it had refused before waits
     * for its answer again.
     */
    List<StoredCommand> markSent(Collection<UUID> commandIds) {
        return sql.query("update device_command set sent_at = :now, state = case when state = 'QUEUED' or " + REFUSED
                + " then 'SENT' else state end, error = case when " + REFUSED + " then null else error end where id in "
                + "(select id from device_command where command_id = any(:ids) and sent_at is null order by id "
                + "for update) returning " + COLUMNS).bind("now", clock.instant()).array("ids", "uuid", commandIds)
                .list(this::read);
    }

    /**
     * Ends commands that the broker will never take and has not taken before; answers those of which that is new.
     *
     * @param reasons why, for people, by command
     */
    List<StoredCommand> markRefused(Map<UUID, String> reasons) {
        return sql.query("update device_command set state = 'FAILED', error = json_build_object('code', '"
                + RejectReason.NOT_PUBLISHABLE
                + "', 'reason', n.reason) from unnest(:ids, :reasons) as n(refused, reason) "
                + "where command_id = n.refused and state = 'QUEUED' returning " + COLUMNS)
                .array("ids", "uuid", reasons.keySet()).array("reasons", "text", reasons.values()).list(this::read);
    }

    /** Whether any command waits for its acknowledgement, or ends before a time when nobody answers it. */
    boolean anyDue(Instant until) {
        return sql.query("select exists (select 1 from device_command where state = 'QUEUED' or state = 'SENT' "
                + "and expires_at <= :until) as some").bind("until", until).one(row -> row.flag("some"));
    }

    /** Ends what nobody answered in time, those that no other replica is ending now. */
    List<StoredCommand> timeOut(int limit) {
        return sql
                .query("update device_command set state = 'TIMED_OUT' where id in (select id from device_command where "
                        + OPEN
                        + " and expires_at <= :now order by expires_at limit :limit for update skip locked) returning "
                        + COLUMNS)
                .bind("now", clock.instant()).bind("limit", limit).list(this::read);
    }

    /**
     * Stores an answer.
     *
     * @return the command with it, or nothing if there was one already
     * @throws ApiException 404 when there is no such command
     */
    @Transactional
    public Optional<StoredCommand> answer(DeviceAnswer answer) {
        StoredCommand command = find(answer.deviceId(), answer.commandId(), " for update")
                .orElseThrow(() -> unknown(answer.deviceId(), answer.commandId()));
        if (command.answeredAt() != null) {
            return Optional.empty();
        }
        boolean late = command.state() == CommandState.TIMED_OUT || clock.instant().isAfter(command.expiresAt());
        return sql.query("update device_command set state = :state, answered_at = :at, late = :late, "
                + "result = :result::json, error = :error::json where id = :id returning " + COLUMNS)
                .bind("state", answer.ok() ? CommandState.ANSWERED : CommandState.FAILED)
                .bind("at", answer.answeredAt()).bind("late", late).bind("result", answer.result())
                .bind("error", answer.error()).bind("id", command.id()).first(this::read);
    }

    static ApiException unknown(String deviceId, UUID commandId) {
        return new ApiException(404, "unknown-command", "No command " + commandId + " was sent to '" + deviceId + "'.");
    }

    /** Forgets old commands that are done; returns whether there may be more. */
    boolean prune() {
        return sql.query(
                "delete from device_command where id in (select id from device_command where created_at < :before "
                        + "and not " + OPEN + " limit " + PRUNED_AT_ONCE + ")")
                .bind("before", clock.instant().minus(settings.retention())).update() == PRUNED_AT_ONCE;
    }

    void onDeleted(@Observes DeviceEvents.Deleted deleted) {
        sql.query("delete from device_command where device_id = any(:ids)").array("ids", "text", deleted.deviceIds())
                .update();
    }

    private StoredCommand read(Sql.Row row) {
        Long description = row.get("description_id", Long.class);
        ParameterTarget target = description == null
                ? null
                : new ParameterTarget(description, row.text("variable_id"), (int) row.number("subindex"));
        return new StoredCommand(row.number("id"), row.get("command_id", UUID.class), row.text("device_id"),
                row.text("command"), json.tree(row.text("parameters")), row.constant("state", CommandState.class),
                row.text("requested_by"), row.instant("created_at"), row.instant("expires_at"), row.instant("sent_at"),
                row.instant("answered_at"), row.flag("late"), json.tree(row.text("result")),
                json.tree(row.text("error")), target, row.text("traceparent"));
    }
}
