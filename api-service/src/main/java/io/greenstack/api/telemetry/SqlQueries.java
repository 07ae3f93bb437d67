package io.greenstack.api.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Builds the QuestDB SQL of history requests. */
final class SqlQueries {

    private static final String SERIES = "timestamp, device_id, parameter, unit";

    private SqlQueries() {}

    /** The newest readings first, one more than the limit: series, value, label, status. */
    static String newest(HistoryQuery query) {
        return readings(query, newestFirst(query));
    }

    /** All readings, oldest first, in the same columns. */
    static String readings(HistoryQuery query) {
        return readings(query, " ORDER BY timestamp");
    }

    private static String readings(HistoryQuery query, String order) {
        return "SELECT " + SERIES + ", value, label, status FROM device_telemetry" + where(query) + order;
    }

    /** The newest windows first, one more than the limit: series, value, smallest, largest, number of values. */
    static String numbers(HistoryQuery query) {
        String function = query.function() == HistoryFunction.MEAN
                ? "avg"
                : query.function().name().toLowerCase(Locale.ROOT);
        return windows(query, "cast(" + function + "(value) as double) value, min(value) min, max(value) max, "
                + "cast(count(value) as double) count", "value IS NOT NULL");
    }

    /** The last text of each window, newest first, one more than the limit: series, text. */
    static String texts(HistoryQuery query, String column) {
        return windows(query, "last(" + column + ") text", column + " IS NOT NULL");
    }

    /** Raw process data of a device, oldest first: time, direction, octets. */
    static String processData(String device, Instant from, Instant to) {
        return "SELECT timestamp, direction, hex FROM device_raw WHERE device_id = " + Quoting.sql(device)
                + " AND timestamp >= '" + micros(from) + "' AND timestamp < '" + micros(to) + "' ORDER BY timestamp";
    }

    private static String windows(HistoryQuery query, String columns, String condition) {
        boolean whole = query.every() == null;
        return "SELECT * FROM (SELECT " + (whole ? "min(timestamp) " : "") + SERIES + ", " + columns
                + " FROM device_telemetry" + where(query) + " AND " + condition
                + (whole ? "" : " SAMPLE BY " + window(query.every()) + " ALIGN TO CALENDAR") + ")"
                + newestFirst(query);
    }

    private static String where(HistoryQuery query) {
        StringBuilder sql = new StringBuilder(256);
        sql.append(" WHERE device_id IN (").append(list(query.devices()));
        sql.append(") AND timestamp >= '").append(micros(query.from())).append("'");
        sql.append(" AND timestamp < '").append(micros(query.to())).append("'");
        if (!query.parameters().isEmpty()) {
            sql.append(" AND parameter IN (").append(list(query.parameters())).append(")");
        }
        return sql.toString();
    }

    private static String list(List<String> texts) {
        return texts.stream().map(Quoting::sql).collect(Collectors.joining(", "));
    }

    private static String newestFirst(HistoryQuery query) {
        return " ORDER BY timestamp DESC, device_id DESC, parameter DESC LIMIT " + (query.limit() + 1);
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static String window(Duration every) {
        return every.toMillis() % 1000 == 0 ? every.toSeconds() + "s" : every.toMillis() + "T";
    }
}
