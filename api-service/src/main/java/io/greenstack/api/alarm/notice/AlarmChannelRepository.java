package io.greenstack.api.alarm.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.alarm.AlarmPriority;
import io.greenstack.api.alarm.AlarmScope;
import io.greenstack.api.platform.Durations;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** Access to the table of channels. */
@ApplicationScoped
class AlarmChannelRepository {

    private final Sql sql;

    AlarmChannelRepository(Sql sql) {
        this.sql = sql;
    }

    /** One page, in the order of their names. */
    Page<AlarmChannelView> page(PageRequest page) {
        return sql.query("select * from alarm_channel order by lower(name), id").page(page,
                "select count(*) from alarm_channel", AlarmChannelRepository::view);
    }

    Optional<AlarmChannelView> view(long id) {
        return sql.query("select * from alarm_channel where id = :id").bind("id", id)
                .first(AlarmChannelRepository::view);
    }

    Optional<StoredChannel> find(long id) {
        return sql.query("select * from alarm_channel where id = :id").bind("id", id)
                .first(AlarmChannelRepository::read);
    }

    long count() {
        return sql.query("select count(*) from alarm_channel").one(row -> row.number(1));
    }

    /** Stores a new channel; its id is given here. */
    long insert(StoredChannel channel, Instant now, String who) {
        return bind(
                """
                        insert into alarm_channel (name, enabled, type, url, recipients, secret, min_priority, scope, scope_of, told,
                        after_ms, wait_ms, repeat_ms, subject, body, line, created_at, created_by, updated_at, updated_by) values (:name,
                        :enabled, :type, :url, :recipients, :secret, :priority, :scope, :of, :told, :after, :wait, :repeat, :subject,
                        :body, :line, :now, :who, :now, :who) returning id""",
                channel, now, who).one(row -> row.number("id"));
    }

    /** Replaces a channel, its secret too. */
    void update(StoredChannel channel, Instant now, String who) {
        bind("""
                update alarm_channel set name = :name, enabled = :enabled, type = :type, url = :url, recipients = :recipients,
                secret = :secret, min_priority = :priority, scope = :scope, scope_of = :of, told = :told, after_ms = :after,
                wait_ms = :wait, repeat_ms = :repeat, subject = :subject, body = :body, line = :line, updated_at = :now,
                updated_by = :who where id = :id""",
                channel, now, who).bind("id", channel.id()).update();
    }

    boolean delete(long id) {
        return sql.query("delete from alarm_channel where id = :id").bind("id", id).update() == 1;
    }

    private Sql.Query bind(String text, StoredChannel c, Instant now, String who) {
        return sql.query(text).bind("name", c.name()).bind("enabled", c.enabled()).bind("type", c.type())
                .bind("url", c.url()).array("recipients", "text", c.recipients()).bind("secret", c.secret())
                .bind("priority", c.minPriority().rank()).bind("scope", c.scope().type()).bind("of", c.scope().of())
                .array("told", "text", c.told()).bind("after", c.after().toMillis()).bind("wait", c.waits().toMillis())
                .bind("repeat", c.repeat().toMillis()).bind("subject", c.subject()).bind("body", c.body())
                .bind("line", c.line()).bind("now", now).bind("who", who);
    }

    private static StoredChannel read(Sql.Row row) {
        return new StoredChannel(row.number("id"), row.text("name"), row.flag("enabled"),
                row.constant("type", ChannelType.class), row.text("url"), row.texts("recipients"), row.text("secret"),
                AlarmPriority.of(row.number("min_priority")),
                AlarmScope.stored(row.constant("scope", AlarmScope.Type.class), row.text("scope_of")),
                row.texts("told").stream().map(NoticeReason::valueOf).toList(),
                Duration.ofMillis(row.number("after_ms")),
                Duration.ofMillis(row.number("wait_ms")), Duration.ofMillis(row.number("repeat_ms")),
                row.text("subject"), row.text("body"), row.text("line"));
    }

    private static AlarmChannelView view(Sql.Row row) {
        StoredChannel c = read(row);
        List<String> recipients = c.type() == ChannelType.EMAIL ? c.recipients() : null;
        return new AlarmChannelView(c.id(), c.name(), c.enabled(), c.type(), c.url(), recipients, c.minPriority(),
                c.scope(), c.told(), Durations.text(c.after()), Durations.text(c.waits()),
                c.repeat().isZero() ? null : Durations.text(c.repeat()), c.subject(), c.body(), c.line(), null,
                row.instant("created_at"), row.text("created_by"), row.instant("updated_at"), row.text("updated_by"));
    }
}
