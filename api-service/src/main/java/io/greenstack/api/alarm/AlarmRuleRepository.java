package io.greenstack.api.alarm;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;
import io.greenstack.core.alarm.AlarmKind;

/** Access to the table of rules. */
@ApplicationScoped
class AlarmRuleRepository {

    private static final String SELECT = "select r.*, (select count(*) from alarm a where a.rule_id = r.id "
            + "and a.cleared_at is null) as standing from alarm_rule r";

    private final Sql sql;
    private final JsonText json;

    AlarmRuleRepository(Sql sql, JsonText json) {
        this.sql = sql;
        this.json = json;
    }

    /** One page, in the order of their names. */
    Page<AlarmRuleView> page(AlarmKind kind, Boolean enabled, PageRequest page) {
        String where = " where (:kind::text is null or kind = :kind) and (:enabled::boolean is null or enabled = "
                + ":enabled)";
        return sql.query(SELECT + where + " order by lower(name), id").bind("kind", kind).bind("enabled", enabled)
                .page(page, "select count(*) from alarm_rule" + where, this::read);
    }

    Optional<AlarmRuleView> find(long id) {
        return sql.query(SELECT + " where id = :id").bind("id", id).first(this::read);
    }

    long count() {
        return sql.query("select count(*) from alarm_rule").one(row -> row.number(1));
    }

    /** Stores a new rule; answers its number. */
    long insert(AlarmRuleRequest rule, Instant now, String who) {
        return bind(
                sql.query(
                        """
                                insert into alarm_rule (name, enabled, kind, priority, scope, scope_of, condition, comment, created_at, created_by,
                                updated_at, updated_by) values (:name, :enabled, :kind, :priority, :scope, :of, :condition::jsonb, :comment, :now,
                                :who, :now, :who) returning id"""),
                rule, now, who).one(row -> row.number("id"));
    }

    /** Replaces a rule; false if there is none. */
    boolean update(long id, AlarmRuleRequest rule, Instant now, String who) {
        return bind(
                sql.query(
                        """
                                update alarm_rule set name = :name, enabled = :enabled, kind = :kind, priority = :priority, scope = :scope,
                                scope_of = :of, condition = :condition::jsonb, comment = :comment, updated_at = :now, updated_by = :who
                                where id = :id"""),
                rule, now, who).bind("id", id).update() == 1;
    }

    boolean delete(long id) {
        return sql.query("delete from alarm_rule where id = :id").bind("id", id).update() == 1;
    }

    private Sql.Query bind(Sql.Query query, AlarmRuleRequest rule, Instant now, String who) {
        return query.bind("name", rule.name().strip()).bind("enabled", rule.isEnabled()).bind("kind", rule.kind())
                .bind("priority", rule.priorityOrMedium().rank()).bind("scope", rule.scopeOrAll().type())
                .bind("of", rule.scopeOrAll().of())
                .bind("condition", JsonText.storable(json.write(rule.conditionOrNone())))
                .bind("comment", rule.comment() == null ? null : rule.comment().replace("\0", "")).bind("now", now)
                .bind("who", who);
    }

    private AlarmRuleView read(Sql.Row row) {
        return new AlarmRuleView(row.number("id"), row.text("name"), row.flag("enabled"),
                row.constant("kind", AlarmKind.class), AlarmPriority.of(row.number("priority")),
                AlarmScope.stored(row.constant("scope", AlarmScope.Type.class), row.text("scope_of")),
                json.read(row.text("condition"), AlarmCondition.class), row.text("comment"), row.number("standing"),
                row.instant("created_at"), row.text("created_by"), row.instant("updated_at"), row.text("updated_by"));
    }
}
