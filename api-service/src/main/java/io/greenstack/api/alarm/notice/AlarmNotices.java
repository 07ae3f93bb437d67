package io.greenstack.api.alarm.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.greenstack.api.alarm.AlarmMatch;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** The outbox of the channels. A notice that is claimed is nobody else's for a while; who dies meanwhile leaves it to others. */
@ApplicationScoped
class AlarmNotices {

    private static final int PRUNED_AT_ONCE = 5_000;
    private static final int LONGEST_ERROR = 500;
    private static final String SHELVED = "The alarm is shelved.";

    private final Sql sql;

    AlarmNotices(Sql sql) {
        this.sql = sql;
    }

    /**
     * A notice that is claimed.
     *
     * @param id its number
     * @param alarmId the alarm
     * @param reason why it is told
     * @param attempts how often it was tried, this time too
     * @param toldBefore whether the channel has told of the alarm before
     * @param shelvedUntil until when nobody wants to hear of the alarm, null if it is not shelved
     * @param delivery number of the message in which it was first tried
     */
    record Claimed(long id, long alarmId, NoticeReason reason, int attempts, boolean toldBefore, Instant shelvedUntil,
            UUID delivery) {}

    /**
     * Puts into the outbox of each channel that tells of such alarms. What a channel has told, or is about to, it does not tell again.
     *
     * @param settled how long it takes until it is known that an alarm does not come back at once
     */
    void add(long alarmId, NoticeReason reason, Instant now, Duration settled) {
        if (reason == NoticeReason.RAISED) {
            sql.query("update alarm_notice set state = 'DROPPED', done_at = :now where alarm_id = :alarm "
                    + "and reason = 'CLEARED' and state = 'PENDING'").bind("now", now).bind("alarm", alarmId).update();
        }
        sql.query(
                "insert into alarm_notice (channel_id, alarm_id, reason, due_at, created_at) select c.id, a.id, :reason::text, "
                        + ":now::timestamptz + greatest(case when :reason = 'RAISED' then c.after_ms else 0 end, c.wait_ms, "
                        + ":settled::bigint) * interval '1 millisecond', :now::timestamptz from alarm a join alarm_channel c "
                        + "on c.enabled and a.priority >= c.min_priority and :reason = any(c.told) left join device d "
                        + "on d.id = a.device_id where a.id = :alarm and (c.scope = 'ALL' or c.scope = 'DEVICE' "
                        + "and c.scope_of = a.device_id or d.id is not null and " + AlarmMatch.of("d", "c") + ") "
                        + "and not exists (select 1 from alarm_notice n where n.alarm_id = a.id and n.channel_id = c.id "
                        + "and n.reason = :reason and n.state in ('PENDING', 'SENT') and n.reason <> 'CLEARED')")
                .bind("reason", reason).bind("now", now).bind("settled", settled.toMillis()).bind("alarm", alarmId)
                .update();
    }

    /** Whether there is anything to tell until a time. */
    boolean anyDue(Instant until) {
        return sql.query(
                "select exists (select 1 from alarm_notice where state = 'PENDING' and due_at <= :until) as some")
                .bind("until", until).one(row -> row.flag("some"));
    }

    /** Channels that have something to tell. */
    List<Long> due(Instant now) {
        return sql.query("select distinct channel_id from alarm_notice where state = 'PENDING' and due_at <= :now "
                + "and (claimed_until is null or claimed_until < :now)").bind("now", now)
                .list(row -> row.number("channel_id"));
    }

    /** Claims what a channel has to tell by now, and what it would tell soon anyway. */
    @Transactional
    public List<Claimed> claim(StoredChannel channel, Instant now, Instant until, UUID delivery, int limit) {
        return sql.query("with claimed as (update alarm_notice set claimed_until = :until, attempts = attempts + 1, "
                + "delivery = coalesce(delivery, :delivery::uuid) where id in (select id from alarm_notice "
                + "where channel_id = :channel and state = 'PENDING' and due_at <= :soon and (claimed_until is null "
                + "or claimed_until < :now) order by id limit :limit for update skip locked) returning *) "
                + "select c.*, s.until as shelved_until, exists (select 1 from alarm_notice n where n.channel_id = c.channel_id "
                + "and n.alarm_id = c.alarm_id and n.state = 'SENT') as told_before from claimed c join alarm a "
                + "on a.id = c.alarm_id left join alarm_shelf s on s.device_id = a.device_id "
                + "and s.alarm_key = a.alarm_key and s.until > :now order by c.id").bind("until", until)
                .bind("delivery", delivery.toString()).bind("channel", channel.id())
                .bind("soon", channel.after().isZero() ? now.plus(channel.waits()) : now).bind("now", now)
                .bind("limit", limit).list(row -> new Claimed(row.number("id"), row.number("alarm_id"),
                        row.constant("reason", NoticeReason.class), (int) row.number("attempts"),
                        row.flag("told_before"), row.instant("shelved_until"), row.get("delivery", UUID.class)));
    }

    /** Notices are done. */
    void done(Collection<Long> ids, NoticeState state, String error, Instant now) {
        sql.query("update alarm_notice set state = :state, done_at = :now, claimed_until = null, error = :error "
                + "where id = any(:ids)").bind("state", state).bind("now", now).bind("error", cut(error))
                .array("ids", "bigint", ids).update();
    }

    /** Notices are tried again at a time. */
    void later(Collection<Long> ids, String error, Instant due) {
        sql.query("update alarm_notice set due_at = :due, claimed_until = null, error = :error where id = any(:ids)")
                .bind("due", due).bind("error", cut(error)).array("ids", "bigint", ids).update();
    }

    /** A notice waits for the end of the shelf on which its alarm is. */
    void postpone(long id, Instant due) {
        sql.query("update alarm_notice set due_at = :due, claimed_until = null, attempts = 0, error = '" + SHELVED
                + "' where id = :id").bind("due", due).bind("id", id).update();
    }

    /** What waits for the end of a shelf is told now. */
    void unshelved(long alarmId, Instant now) {
        sql.query("update alarm_notice set due_at = :now where alarm_id = :alarm and state = 'PENDING' and error = '"
                + SHELVED + '\'').bind("now", now).bind("alarm", alarmId).update();
    }

    /** An alarm is told again at a time, unless somebody acts until then. */
    void repeat(long channelId, Collection<Long> alarmIds, Instant due, Instant now) {
        sql.query("insert into alarm_notice (channel_id, alarm_id, reason, due_at, created_at) "
                + "select :channel::bigint, n.id, 'REPEATED', :due::timestamptz, :now::timestamptz "
                + "from unnest(:ids) as n(id)").bind("channel", channelId).bind("due", due).bind("now", now)
                .array("ids", "bigint", alarmIds).update();
    }

    /** One page of a channel, newest first. */
    Page<NoticeView> page(long channelId, NoticeState state, PageRequest page) {
        String found = " from alarm_notice where channel_id = :channel and (:state::text is null or state = :state)";
        return sql.query("select *" + found + " order by id desc").bind("channel", channelId).bind("state", state)
                .page(page, "select count(*)" + found, row -> new NoticeView(row.number("id"), row.number("alarm_id"),
                        row.constant("reason", NoticeReason.class), row.constant("state", NoticeState.class),
                        row.instant("due_at"), (int) row.number("attempts"), row.instant("done_at"),
                        row.text("error")));
    }

    /** Forgets some of what was told long ago; returns whether there may be more. */
    boolean prune(Instant before) {
        return sql.query(
                "delete from alarm_notice where id in (select id from alarm_notice where done_at < :before limit "
                        + PRUNED_AT_ONCE + ")")
                .bind("before", before).update() == PRUNED_AT_ONCE;
    }

    private static String cut(String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
