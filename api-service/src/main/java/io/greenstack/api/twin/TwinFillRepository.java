package io.greenstack.api.twin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Sql;

/** Access to the table of fillings: the last one of each device. */
@ApplicationScoped
class TwinFillRepository {

    private final Sql sql;
    private final JsonText json;

    TwinFillRepository(Sql sql, JsonText json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * A filling.
     *
     * @param parameters ids of the parameters in the order in which they are read
     * @param next how many of them were asked for before the present command
     * @param command what is being asked
     * @param refused what the device did not tell, with the reason, by parameter
     * @param stepAt when the present command was sent, or when it ended
     */
    record Fill(String deviceId, long descriptionId, List<String> parameters, int next, UUID command,
            TwinFillState state,
            String error, ObjectNode refused, Instant startedAt, String startedBy, Instant stepAt) {

        Fill step(int asked, UUID sent, ObjectNode known, Instant now) {
            return new Fill(deviceId, descriptionId, parameters, asked, sent, state, null, known, startedAt, startedBy,
                    now);
        }

        Fill end(TwinFillState how, String why, int asked, ObjectNode known, Instant now) {
            return new Fill(deviceId, descriptionId, parameters, asked, command, how, why, known, startedAt, startedBy,
                    now);
        }
    }

    Optional<Fill> find(String deviceId, boolean lock) {
        return sql.query("select * from twin_fill where device_id = :id" + (lock ? " for update" : ""))
                .bind("id", deviceId).first(this::read);
    }

    void write(Fill fill) {
        sql.query(
                """
                        insert into twin_fill (device_id, description_id, parameters, next, command_id, state, error, refused, started_at,
                        started_by, step_at) values (:id, :description, :parameters, :next, :command, :state, :error, :refused::json,
                        :started, :by, :step) on conflict (device_id) do update set description_id = excluded.description_id,
                        parameters = excluded.parameters, next = excluded.next, command_id = excluded.command_id,
                        state = excluded.state, error = excluded.error, refused = excluded.refused,
                        started_at = excluded.started_at, started_by = excluded.started_by, step_at = excluded.step_at""")
                .bind("id", fill.deviceId()).bind("description", fill.descriptionId())
                .array("parameters", "text", fill.parameters()).bind("next", fill.next())
                .bind("command", fill.command()).bind("state", fill.state()).bind("error", fill.error())
                .bind("refused", fill.refused()).bind("started", fill.startedAt()).bind("by", fill.startedBy())
                .bind("step", fill.stepAt()).update();
    }

    private Fill read(Sql.Row row) {
        return new Fill(row.text("device_id"), row.number("description_id"), row.texts("parameters"),
                (int) row.number("next"), row.get("command_id", UUID.class),
                row.constant("state", TwinFillState.class), row.text("error"),
                (ObjectNode) json.tree(row.text("refused")), row.instant("started_at"), row.text("started_by"),
                row.instant("step_at"));
    }
}
