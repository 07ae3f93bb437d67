package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the SQL of history requests, for stores that have the narrow layout as a table. */
final class SqlQueries {

    /** Table of the values. */
    static final String VALUES = "device_telemetry";
    /** Its columns beside the time. */
    static final Set<String> VALUE_COLUMNS = Set.of("device_id", "parameter", "unit", "value", "label", "status");
    /** Table of raw process data. */
    static final String RAW = "device_raw";

    private final SqlDialect dialect;
    private final Set<String> there;

    /** @param there those of the columns that the table of values has; in some stores one comes with the first value */
    SqlQueries(SqlDialect dialect, Set<String> there) {
        this.dialect = dialect;
        this.there = there;
    }

    /** The newest readings first, one more than the limit: series, value, label, status. */
    SqlQuestion newest(HistoryQuery query) {
        return readings(query, newestFirst(query));
    }

    /** All readings, oldest first, in the same columns. */
    SqlQuestion readings(HistoryQuery query) {
        return readings(query, " ORDER BY " + dialect.time());
    }

    private SqlQuestion readings(HistoryQuery query, String order) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String text = "SELECT " + dialect.time() + ", " + series() + ", " + column("value") + ", " + column("label")
                + ", " + column("status") + " FROM " + VALUES + where(query, parameters) + order;
        return new SqlQuestion(text, columns("value", "label", "status"), parameters);
    }

    /** The newest windows first, one more than the limit: series, value, smallest, largest, number of values. */
    SqlQuestion numbers(HistoryQuery query) {
        String value = switch (query.function()) {
            case MEAN -> "avg(value)";
            case FIRST -> dialect.first("value");
            case LAST -> dialect.last("value");
            default -> query.function().name().toLowerCase(Locale.ROOT) + "(value)";
        };
        return windows(query,
                "cast(" + value
                        + " as double) value, min(value) min, max(value) max, cast(count(value) as double) count",
                "value", "value", "min", "max", "count");
    }

    /** The last text of each window, newest first, one more than the limit: series, text. */
    SqlQuestion texts(HistoryQuery query, String column) {
        return windows(query, dialect.last(column) + " text", column, "text");
    }

    /** Raw process data of a device, oldest first: time, direction, octets. */
    SqlQuestion processData(String device, Instant from, Instant to) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String time = dialect.time();
        String text = "SELECT " + time + ", direction, hex FROM " + RAW + " WHERE device_id = "
                + dialect.text(device, parameters) + between(from, to) + " ORDER BY " + time;
        return new SqlQuestion(text, List.of(time, "direction", "hex"), parameters);
    }

    /** Whether there can be an answer about a column. */
    boolean has(String column) {
        return there.contains(column);
    }

    private SqlQuestion windows(HistoryQuery query, String made, String of, String... names) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String time = query.every() == null
                ? "min(" + dialect.time() + ") " + dialect.time()
                : dialect.window(query.every());
        String text = "SELECT * FROM (SELECT " + time + ", " + series() + ", " + made + " FROM " + VALUES
                + where(query, parameters) + " AND " + of + " IS NOT NULL" + dialect.windows(query.every()) + ")"
                + newestFirst(query);
        return new SqlQuestion(text, columns(names), parameters);
    }

    private List<String> columns(String... further) {
        List<String> columns = new ArrayList<>(List.of(dialect.time(), "device_id", "parameter", "unit"));
        columns.addAll(List.of(further));
        return columns;
    }

    private String series() {
        return "device_id, parameter, " + column("unit");
    }

    private String column(String name) {
        return has(name) ? name : "cast(null as " + ("value".equals(name) ? "double" : "varchar") + ") AS " + name;
    }

    private String where(HistoryQuery query, Map<String, String> parameters) {
        StringBuilder sql = new StringBuilder(256);
        sql.append(" WHERE device_id IN (").append(list(query.devices(), parameters)).append(')');
        sql.append(between(query.from(), query.to()));
        if (!query.parameters().isEmpty()) {
            sql.append(" AND parameter IN (").append(list(query.parameters(), parameters)).append(')');
        }
        return sql.toString();
    }

    private String between(Instant from, Instant to) {
        return " AND " + dialect.time() + " >= " + dialect.instant(from) + " AND " + dialect.time() + " < "
                + dialect.instant(to);
    }

    private String list(List<String> texts, Map<String, String> parameters) {
        return texts.stream().map(text -> dialect.text(text, parameters)).collect(Collectors.joining(", "));
    }

    private String newestFirst(HistoryQuery query) {
        return " ORDER BY " + dialect.time() + " DESC, device_id DESC, parameter DESC LIMIT " + (query.limit() + 1);
    }
}
