package io.greenstack.api.alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Sql;
import io.greenstack.core.alarm.AlarmKind;
import io.greenstack.core.alarm.AlarmRule;
import io.greenstack.core.alarm.AlarmRuleSet;
import io.greenstack.core.alarm.AlarmRuleSetJson;
import io.greenstack.core.alarm.AlarmState;

/** Which rules hold for which devices, as the database says. */
@ApplicationScoped
class DeviceRules {

    private static final Logger LOG = Logger.getLogger(DeviceRules.class);
    private static final long LOCK = 0x616c61726d02L;

    private final Sql sql;
    private final JsonText json;

    DeviceRules(Sql sql, JsonText json) {
        this.sql = sql;
        this.json = json;
    }

    /** The state of an alarm that stands. */
    record Standing(String deviceId, String field, AlarmState state) {}

    /** Waits until no other replica publishes rules; holds until the end of the transaction. */
    void lock() {
        sql.query("select pg_advisory_xact_lock(:key) is null as locked").bind("key", LOCK)
                .one(row -> row.flag("locked"));
    }

    /** Ids after the given one, in order. */
    List<String> idsAfter(String id, int limit) {
        return sql.query("select id from device where id > :id order by id limit :limit").bind("id", id)
                .bind("limit", limit).list(row -> row.text("id"));
    }

    /** The rules of some devices as documents, null for those without any. */
    Map<String, byte[]> documents(List<String> ids) {
        Map<String, List<Long>> rulesOf = new LinkedHashMap<>();
        Map<Long, AlarmRule> compiled = new HashMap<>();
        sql.query(
                "select d.id as device, r.id as rule, r.kind, r.condition from device d join alarm_rule r on r.enabled "
                        + "and " + AlarmMatch.of("d", "r") + " where d.id = any(:ids) order by d.id, r.id")
                .array("ids", "text", ids).list(row -> {
                    AlarmRule rule = compiled.computeIfAbsent(row.number("rule"), id -> compile(id, row));
                    return rule != null
                            && rulesOf.computeIfAbsent(row.text("device"), id -> new ArrayList<>()).add(rule.id());
                });
        Map<List<Long>, byte[]> documents = new HashMap<>();
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (String id : ids) {
            List<Long> rules = rulesOf.get(id);
            if (rules != null && rules.size() > AlarmRuleSet.MOST) {
                LOG.warnf("%d alarm rules hold for device %s; only the oldest %d are evaluated", rules.size(), id,
                        AlarmRuleSet.MOST);
                rules = rules.subList(0, AlarmRuleSet.MOST);
            }
            all.put(id, rules == null
                    ? null
                    : documents.computeIfAbsent(rules, same -> AlarmRuleSetJson
                            .write(same.stream().map(compiled::get).toList())));
        }
        return all;
    }

    /** A rule that a previous version took and this one does not costs no other. */
    private AlarmRule compile(long id, Sql.Row row) {
        try {
            return AlarmCompiler.compile(id, row.constant("kind", AlarmKind.class),
                    json.read(row.text("condition"), AlarmCondition.class));
        } catch (ApiException | IllegalStateException e) {
            LOG.errorf("The alarm rule %d is left out: %s", id, e.getMessage());
            return null;
        }
    }

    /** Alarms of rules that stand. */
    List<Standing> standing() {
        return sql.query(
                "select device_id, rule_id, coalesce(parameter, '') as parameter, occurrence, raised_at from alarm "
                        + "where rule_id is not null and cleared_at is null")
                .list(row -> new Standing(row.text("device_id"), row.number("rule_id") + ":" + row.text("parameter"),
                        AlarmState.active(row.instant("raised_at").toEpochMilli(), row.number("occurrence"))));
    }
}
