package io.greenstack.api.alarm;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Conditions;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Sql;

/** Reads alarms. */
@ApplicationScoped
public class AlarmRepository {

    private static final int MOST_ENTRIES = 500;
    private static final String FROM = """
             from alarm a left join device d on d.id = a.device_id
            left join alarm_shelf s on s.device_id = a.device_id and s.alarm_key = a.alarm_key and s.until > :now
            """;
    private static final String SELECT = "select a.*, d.name as device_name, s.until, s.shelved_by" + FROM;
    private static final Map<String, String> SORTS = Map.of("raised_at", "a.raised_at", "priority", "a.priority",
            "device_id", "a.device_id");

    private final Sql sql;
    private final Clock clock;

    AlarmRepository(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One page. */
    Page<AlarmView> page(AlarmFilter filter, String sort, PageRequest page) {
        Conditions wanted = wanted(filter);
        return sql.query(SELECT + wanted.where() + order(sort)).bind(wanted).bind("now", clock.instant()).page(page,
                "select count(*)" + FROM + wanted.where(), AlarmRepository::read);
    }

    /** Some alarms, oldest first. */
    public List<AlarmView> all(Collection<Long> ids) {
        return sql.query(SELECT + "where a.id = any(:ids) order by a.id").bind("now", clock.instant())
                .array("ids", "bigint", ids).list(AlarmRepository::read);
    }

    Optional<AlarmView> find(long id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** What happened to an alarm, oldest first. */
    List<AlarmEntry> entries(long id) {
        return sql.query("select * from (select id, at, action, who, comment, until from alarm_entry where alarm_id = "
                + ":id order by id desc limit " + MOST_ENTRIES + ") as newest order by id").bind("id", id)
                .list(row -> new AlarmEntry(row.instant("at"), row.constant("action", AlarmAction.class),
                        row.text("who"), row.text("comment"), row.instant("until")));
    }

    /** How many alarms that are not closed there are in each state of each priority. */
    Map<AlarmStatus, Map<AlarmPriority, Long>> counts() {
        Map<AlarmStatus, Map<AlarmPriority, Long>> counts = new HashMap<>();
        sql.query("select case when s.until is null then a.state else 'SHELVED' end as shown, a.priority, count(*) as "
                + "found" + FROM + "where a.state <> 'CLOSED' group by shown, a.priority").bind("now", clock.instant())
                .list(row -> counts.computeIfAbsent(row.constant("shown", AlarmStatus.class), s -> new HashMap<>())
                        .put(AlarmPriority.of(row.number("priority")), row.number("found")));
        return counts;
    }

    private static Conditions wanted(AlarmFilter filter) {
        Conditions wanted = new Conditions().with("a.device_id = :device", "device", filter.deviceId())
                .with("a.kind = :kind", "kind", filter.kind()).with("a.rule_id = :rule", "rule", filter.ruleId())
                .with("a.raised_at >= :from", "from", filter.from()).with("a.raised_at < :to", "to", filter.to())
                .with("a.priority >= :priority", "priority",
                        filter.priority() == null ? null : filter.priority().rank())
                .contains(filter.text(), "a.message", "a.device_id", "d.name")
                .either(filter.open(), "a.state <> 'CLOSED'", "a.state = 'CLOSED'")
                .label(filter.label(), "labelKey", "jsonb_extract_path_text(d.labels, %s)");
        return filter.state() == AlarmStatus.SHELVED
                ? wanted.with("s.until is not null and a.state <> 'CLOSED'")
                : wanted.with("a.state = :state and (s.until is null or a.state = 'CLOSED')", "state", filter.state());
    }

    private static String order(String sort) {
        String wanted = sort == null || sort.isBlank() ? "-raised_at" : sort.strip();
        boolean descending = wanted.startsWith("-");
        String column = SORTS.get(descending ? wanted.substring(1) : wanted);
        if (column == null) {
            throw ApiException.invalidParameter("sort",
                    "one of raised_at, priority, device_id, with '-' before it for the reverse, is needed");
        }
        return " order by " + column + (descending ? " desc" : "") + ", a.id desc";
    }

    private static AlarmView read(Sql.Row row) {
        AlarmStatus stored = row.constant("state", AlarmStatus.class);
        boolean shelved = row.instant("until") != null && stored != AlarmStatus.CLOSED;
        Integer code = row.get("code", Integer.class);
        return new AlarmView(row.number("id"), row.text("device_id"), row.text("device_name"), row.text("alarm_key"),
                row.constant("kind", AlarmCause.class), AlarmPriority.of(row.number("priority")),
                shelved ? AlarmStatus.SHELVED : stored, row.instant("cleared_at") == null, code,
                code == null ? null : String.format("0x%04X", code), row.get("rule_id", Long.class),
                row.text("rule_name"), row.text("parameter"), row.text("message"), row.get("value", Double.class),
                row.text("detail"), row.instant("raised_at"), (int) row.number("raises"), row.instant("cleared_at"),
                row.instant("acknowledged_at"), row.text("acknowledged_by"), row.text("comment"),
                shelved ? row.instant("until") : null, shelved ? row.text("shelved_by") : null);
    }
}
