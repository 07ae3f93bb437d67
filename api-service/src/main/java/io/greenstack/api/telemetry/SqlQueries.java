package io.greenstack.api.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Builds the QuestDB SQL of history requests. */
final class SqlQueries {

    private SqlQueries() {}

    /** SQL that answers the newest points first, one more than the limit; columns are always the same six. */
    static String history(HistoryQuery query) {
        StringBuilder sql = new StringBuilder(512);
        if (query.every() == null) {
            sql.append("SELECT timestamp, parameter, unit, value, label, status FROM device_telemetry");
        } else {
            sql.append("SELECT timestamp, parameter, unit, avg(value) value, cast(null as varchar) label, "
                    + "cast(null as varchar) status FROM device_telemetry");
        }
        sql.append(" WHERE device_id = ").append(Quoting.sql(query.deviceId()));
        sql.append(" AND timestamp >= '").append(micros(query.from())).append("'");
        sql.append(" AND timestamp < '").append(micros(query.to())).append("'");
        if (!query.parameters().isEmpty()) {
            sql.append(" AND parameter IN (")
                    .append(query.parameters().stream().map(Quoting::sql).collect(Collectors.joining(", ")))
                    .append(")");
        }
        if (query.every() != null) {
            sql.append(" AND value IS NOT NULL SAMPLE BY ").append(window(query.every()))
                    .append(" ALIGN TO CALENDAR");
            return "SELECT * FROM (" + sql + ") ORDER BY timestamp DESC LIMIT " + (query.limit() + 1);
        }
        return sql.append(" ORDER BY timestamp DESC LIMIT ").append(query.limit() + 1).toString();
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static String window(Duration every) {
        return every.toMillis() % 1000 == 0 ? every.toSeconds() + "s" : every.toMillis() + "T";
    }
}
