package io.greenstack.api.simulation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Sql;

/** Access to the table of simulations. */
@ApplicationScoped
class SimulationRepository {

    private final Sql sql;
    private final JsonText json;

    SimulationRepository(Sql sql, JsonText json) {
        this.sql = sql;
        this.json = json;
    }

    List<StoredSimulation> all() {
        return sql.query("select * from simulation order by device_id").list(this::read);
    }

    Optional<StoredSimulation> find(String deviceId) {
        return sql.query("select * from simulation where device_id = :id").bind("id", deviceId).first(this::read);
    }

    long count() {
        return sql.query("select count(*) from simulation").one(row -> row.number(1));
    }

    /** Stores one; false if there is one of that device. */
    boolean insert(StoredSimulation one) {
        return sql
                .query("""
                        insert into simulation (device_id, name, description_id, interval_ms, parameters, events, phase, started_at,
                        started_by, next_at) values (:id, :name, :description, :interval, :parameters::jsonb, :events, :phase, :now,
                        :who, :now) on conflict (device_id) do nothing""")
                .bind("id", one.deviceId()).bind("name", one.name())
                .bind("description", one.descriptionId()).bind("interval", one.intervalMs())
                .bind("parameters", JsonText.storable(json.write(one.parameters()))).bind("events", one.events())
                .bind("phase", one.phase()).bind("now", one.startedAt()).bind("who", one.startedBy()).update() == 1;
    }

    boolean delete(String deviceId) {
        return sql.query("delete from simulation where device_id = :id").bind("id", deviceId).update() == 1;
    }

    boolean show(String deviceId, Map<String, Object> instead, Instant until) {
        return sql
                .query("update simulation set instead = :instead::jsonb, instead_until = :until where device_id = :id")
                .bind("id", deviceId).bind("instead", JsonText.storable(json.write(instead))).bind("until", until)
                .update() == 1;
    }

    /** Takes those that are due; no other replica gets them. One that is late goes on from now. */
    List<StoredSimulation> take(Instant now) {
        return sql.query("""
                update simulation set next_at = greatest(next_at + interval_ms * interval '1 millisecond', :now)
                where device_id in (select device_id from simulation where next_at <= :now for update skip locked)
                returning *""").bind("now", now).list(this::read);
    }

    private StoredSimulation read(Sql.Row row) {
        Map<String, Long> parameters = new LinkedHashMap<>();
        json.tree(row.text("parameters")).properties()
                .forEach(member -> parameters.put(member.getKey(), member.getValue().asLong()));
        Map<String, Object> instead = new LinkedHashMap<>();
        json.tree(row.text("instead")).properties()
                .forEach(member -> instead.put(member.getKey(), scalar(member.getValue())));
        return new StoredSimulation(row.text("device_id"), row.text("name"), row.number("description_id"),
                (int) row.number("interval_ms"), parameters, row.flag("events"), row.get("phase", Double.class),
                instead, row.instant("instead_until"), row.instant("started_at"), row.text("started_by"));
    }

    static Object scalar(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : value.isNumber() ? value.doubleValue() : value.asText();
    }
}
