package io.greenstack.api.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Builds the QuestDB SQL of history requests. */
final class SqlQueries {

    private static final String NO_NUMBER = "cast(null as double)";

    private SqlQueries() {}

    /** SQL that answers the newest points first, one more than the limit; columns are always the same eight. */
    static String history(HistoryQuery query) {
        if (query.every() == null) {
            return "SELECT timestamp, parameter, unit, value, label, status, " + NO_NUMBER + " least, " + NO_NUMBER
                    + " most FROM device_telemetry" + where(query) + newest(query);
        }
        return windows(query, "avg(value) value, cast(null as varchar) label", "min(value) least, max(value) most",
                "value IS NOT NULL");
    }

    /** SQL that answers the last text of each window, newest first, one more than the limit; the same columns. */
    static String texts(HistoryQuery query) {
        return windows(query, NO_NUMBER + " value, last(label) label", NO_NUMBER + " least, " + NO_NUMBER + " most",
                "label IS NOT NULL");
    }

    private static String windows(HistoryQuery query, String columns, String bounds, String condition) {
        return "SELECT * FROM (SELECT timestamp, parameter, unit, " + columns + ", cast(null as varchar) status, "
                + bounds + " FROM device_telemetry" + where(query) + " AND " + condition + " SAMPLE BY "
                + window(query.every())
                + " ALIGN TO CALENDAR)" + newest(query);
    }

    private static String where(HistoryQuery query) {
        StringBuilder sql = new StringBuilder(256);
        sql.append(" WHERE device_id = ").append(Quoting.sql(query.deviceId()));
        sql.append(" AND timestamp >= '").append(micros(query.from())).append("'");
        sql.append(" AND timestamp < '").append(micros(query.to())).append("'");
        if (!query.parameters().isEmpty()) {
            sql.append(" AND parameter IN (")
                    .append(query.parameters().stream().map(Quoting::sql).collect(Collectors.joining(", ")))
                    .append(")");
        }
        return sql.toString();
    }

    private static String newest(HistoryQuery query) {
        return " ORDER BY timestamp DESC LIMIT " + (query.limit() + 1);
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static String window(Duration every) {
        return every.toMillis() % 1000 == 0 ? every.toSeconds() + "s" : every.toMillis() + "T";
    }
}
