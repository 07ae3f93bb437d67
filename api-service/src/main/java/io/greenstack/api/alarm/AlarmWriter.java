package io.greenstack.api.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.greenstack.api.platform.Sql;

/**
 * Changes alarms. Each change is told to others inside its transaction, together with its entry in the history. All may be repeated:
 * an occurrence is stored once, and what is done already changes nothing.
 */
@ApplicationScoped
class AlarmWriter {

    private static final int PRUNED_AT_ONCE = 5_000;

    private final Sql sql;
    private final Clock clock;
    private final AlarmSettings settings;
    private final Event<AlarmNews> news;

    AlarmWriter(Sql sql, Clock clock, AlarmSettings settings, Event<AlarmNews> news) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
        this.news = news;
    }

    /**
     * An alarm comes. When it is standing already, it stands on under the number of the newer occurrence; when it went a moment ago,
     * it comes again.
     *
     * @param momentary whether it goes at once, and only has to be acknowledged
     */
    @Transactional
    public void raise(NewAlarm alarm, boolean momentary) {
        boolean known = key("select 1 from alarm where device_id = :device and alarm_key = :key and occurrence >= "
                + ":occurrence limit 1", alarm.deviceId(), alarm.key()).bind("occurrence", alarm.occurrence())
                .first(row -> true).orElse(false);
        if (known || stands(alarm)) {
            return;
        }
        Long id = again(alarm, momentary).orElseGet(() -> insert(alarm, momentary));
        List<AlarmNews.Item> items = new ArrayList<>(List.of(new AlarmNews.Item(id, AlarmAction.RAISED)));
        note(List.of(id), AlarmAction.RAISED, AlarmEntry.SYSTEM, null, alarm.at(), null);
        if (momentary) {
            note(List.of(id), AlarmAction.CLEARED, AlarmEntry.SYSTEM, null, alarm.at(), null);
            items.add(new AlarmNews.Item(id, AlarmAction.CLEARED));
        }
        news.fire(new AlarmNews(items));
    }

    private boolean stands(NewAlarm alarm) {
        return key("update alarm set occurrence = :occurrence where device_id = :device and alarm_key = :key "
                + "and cleared_at is null", alarm.deviceId(), alarm.key()).bind("occurrence", alarm.occurrence())
                .update() > 0;
    }

    private Optional<Long> again(NewAlarm alarm, boolean momentary) {
        return key("update alarm set occurrence = :occurrence, raises = raises + 1, cleared_at = :cleared, "
                + "value = :value, detail = :detail where id = (select id from alarm where device_id = :device "
                + "and alarm_key = :key order by occurrence desc limit 1) and cleared_at > :recently returning id",
                alarm.deviceId(), alarm.key()).bind("occurrence", alarm.occurrence())
                .bind("cleared", momentary ? alarm.at() : null).bind("value", alarm.value())
                .bind("detail", alarm.detail()).bind("recently", alarm.at().minus(settings.sameWithin()))
                .first(row -> row.number("id"));
    }

    private long insert(NewAlarm alarm, boolean momentary) {
        return key(
                """
                        insert into alarm (device_id, alarm_key, occurrence, kind, priority, code, rule_id, rule_name, parameter, message,
                        value, detail, raised_at, cleared_at) values (:device, :key, :occurrence, :kind, :priority, :code, :rule,
                        :ruleName, :parameter, :message, :value, :detail, :at, :cleared) returning id""",
                alarm.deviceId(),
                alarm.key()).bind("occurrence", alarm.occurrence()).bind("kind", alarm.cause())
                .bind("priority", alarm.priority().rank()).bind("code", alarm.code())
                .bind("rule", alarm.ruleId()).bind("ruleName", alarm.ruleName())
                .bind("parameter", alarm.parameter()).bind("message", alarm.message())
                .bind("value", alarm.value()).bind("detail", alarm.detail()).bind("at", alarm.at())
                .bind("cleared", momentary ? alarm.at() : null).one(row -> row.number("id"));
    }

    /**
     * An alarm goes.
     *
     * @param occurrence the one that goes, null for whichever is standing; an older one than is standing changes nothing
     */
    @Transactional
    public void clear(String deviceId, String key, Long occurrence, Instant at) {
        cleared(key("update alarm set cleared_at = greatest(raised_at, :at) where device_id = :device "
                + "and alarm_key = :key and cleared_at is null and (:occurrence::bigint is null or occurrence <= "
                + ":occurrence) returning id", deviceId, key).bind("at", at).bind("occurrence", occurrence)
                .list(row -> row.number("id")),
                null, at);
    }

    /** All that stands of some devices goes, because they are gone. */
    @Transactional
    public void clearOfDevices(Collection<String> deviceIds) {
        Instant now = clock.instant();
        cleared(sql.query("update alarm set cleared_at = greatest(raised_at, :at) where device_id = any(:ids) "
                + "and cleared_at is null returning id").bind("at", now).array("ids", "text", deviceIds)
                .list(row -> row.number("id")), "The device was deleted.", now);
        sql.query("delete from alarm_shelf where device_id = any(:ids)").array("ids", "text", deviceIds).update();
    }

    /** Alarms of rules that do not hold for their devices any more go. */
    @Transactional
    public void clearOrphans() {
        Instant now = clock.instant();
        cleared(sql.query("update alarm set cleared_at = greatest(raised_at, :at) where rule_id is not null "
                + "and cleared_at is null and not exists (select 1 from device d join alarm_rule r on r.enabled and "
                + AlarmMatch.of("d", "r") + " where d.id = alarm.device_id and r.id = alarm.rule_id) returning id")
                .bind("at", now).list(row -> row.number("id")), "The rule does not hold for the device any more.", now);
    }

    private void cleared(List<Long> ids, String why, Instant at) {
        if (!ids.isEmpty()) {
            note(ids, AlarmAction.CLEARED, AlarmEntry.SYSTEM, why, at, null);
            tell(ids, AlarmAction.CLEARED);
        }
    }

    /** Somebody knows of some alarms; those that are acknowledged already stay as they are. */
    @Transactional
    public void acknowledge(Collection<Long> ids, String who, String comment) {
        Instant now = clock.instant();
        List<Long> changed = sql.query("update alarm set acknowledged_at = :now, acknowledged_by = :who, "
                + "comment = coalesce(:comment::text, comment) where id in (select id from alarm where id = any(:ids) "
                + "and acknowledged_at is null order by id for update) returning id").bind("now", now).bind("who", who)
                .bind("comment", comment).array("ids", "bigint", ids).list(row -> row.number("id"));
        if (!changed.isEmpty()) {
            note(changed, AlarmAction.ACKNOWLEDGED, who, comment, now, null);
            tell(changed, AlarmAction.ACKNOWLEDGED);
        }
    }

    /** Nobody wants to hear of an alarm until a time, also when it goes and comes again. */
    @Transactional
    public void shelve(AlarmView alarm, Instant until, String who, String comment) {
        Instant now = clock.instant();
        key("insert into alarm_shelf (device_id, alarm_key, until, shelved_at, shelved_by, comment) values "
                + "(:device, :key, :until, :now, :who, :comment) on conflict (device_id, alarm_key) do update set "
                + "until = excluded.until, shelved_at = excluded.shelved_at, shelved_by = excluded.shelved_by, "
                + "comment = excluded.comment", alarm.deviceId(), alarm.alarm()).bind("until", until).bind("now", now)
                .bind("who", who).bind("comment", comment).update();
        done(alarm.id(), AlarmAction.SHELVED, who, comment, now, until);
    }

    /** The shelf is taken away before its time. */
    @Transactional
    public void unshelve(AlarmView alarm, String who, String comment) {
        int removed = key("delete from alarm_shelf where device_id = :device and alarm_key = :key", alarm.deviceId(),
                alarm.alarm()).update();
        if (removed > 0) {
            done(alarm.id(), AlarmAction.UNSHELVED, who, comment, clock.instant(), null);
        }
    }

    /** Somebody says something about an alarm. */
    @Transactional
    public void comment(long id, String who, String comment) {
        done(id, AlarmAction.COMMENTED, who, comment, clock.instant(), null);
    }

    private void done(long id, AlarmAction action, String who, String comment, Instant at, Instant until) {
        if (comment != null) {
            sql.query("update alarm set comment = :comment where id = :id").bind("comment", comment).bind("id", id)
                    .update();
        }
        note(List.of(id), action, who, comment, at, until);
        tell(List.of(id), action);
    }

    /** Forgets alarms that went long ago, and shelves whose time is over; returns whether there may be more. */
    @Transactional
    public boolean prune(Instant before, Instant now) {
        sql.query("delete from alarm_shelf where until < :now").bind("now", now).update();
        return sql.query("delete from alarm where id in (select id from alarm where cleared_at < :before limit "
                + PRUNED_AT_ONCE + ")").bind("before", before).update() == PRUNED_AT_ONCE;
    }

    private void note(List<Long> ids, AlarmAction action, String who, String comment, Instant at, Instant until) {
        sql.query("insert into alarm_entry (alarm_id, at, action, who, comment, until) "
                + "select n.id, :at::timestamptz, :action::text, :who::text, :comment::text, :until::timestamptz "
                + "from unnest(:ids) as n(id)")
                .bind("at", at).bind("action", action).bind("who", who).bind("comment", comment).bind("until", until)
                .array("ids", "bigint", ids).update();
    }

    private void tell(List<Long> ids, AlarmAction action) {
        news.fire(new AlarmNews(ids.stream().map(id -> new AlarmNews.Item(id, action)).toList()));
    }

    private Sql.Query key(String text, String deviceId, String key) {
        return sql.query(text).bind("device", deviceId).bind("key", key);
    }
}
