package io.greenstack.api.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What the SQL of the stores differs in. */
enum SqlDialect {

    /** QuestDB. Its windows are a clause of its own, and texts are literals, since its HTTP interface takes no parameters. */
    QUESTDB("timestamp") {
        @Override
        String text(String value, Map<String, String> parameters) {
            return Quoting.sql(value);
        }

        @Override
        String instant(Instant time) {
            return "'" + time.truncatedTo(ChronoUnit.MICROS) + "'";
        }

        @Override
        String first(String column) {
            return "first(" + column + ")";
        }

        @Override
        String last(String column) {
            return "last(" + column + ")";
        }

        @Override
        String window(Duration every) {
            return time();
        }

        @Override
        String windows(Duration every) {
            return every == null
                    ? ""
                    : " SAMPLE BY " + (every.toMillis() % 1000 == 0 ? every.toSeconds() + "s" : every.toMillis() + "T")
                            + " ALIGN TO CALENDAR";
        }
    },

    /** InfluxDB 3, whose SQL is that of Apache DataFusion. Texts go beside the question. */
    INFLUXDB3("time") {
        @Override
        String text(String value, Map<String, String> parameters) {
            String name = "p" + parameters.size();
            parameters.put(name, value);
            return "$" + name;
        }

        @Override
        String instant(Instant time) {
            return "'" + time + "'";
        }

        @Override
        String first(String column) {
            return "first_value(" + column + " ORDER BY time)";
        }

        @Override
        String last(String column) {
            return "last_value(" + column + " ORDER BY time)";
        }

        @Override
        String window(Duration every) {
            return "date_bin(INTERVAL '" + every.toMillis() + " milliseconds', time) AS time";
        }

        @Override
        String windows(Duration every) {
            return every == null ? " GROUP BY device_id, parameter, unit" : " GROUP BY 1, 2, 3, 4";
        }
    };

    private final String time;

    SqlDialect(String time) {
        this.time = time;
    }

    /** Name of the column with the time of a point. */
    String time() {
        return time;
    }

    /** A text in a question, as a literal or as a parameter, which is added then. */
    abstract String text(String value, Map<String, String> parameters);

    /** A literal of a time. */
    abstract String instant(Instant time);

    /** The value of a column at the earliest time. */
    abstract String first(String column);

    /** The value of a column at the latest time. */
    abstract String last(String column);

    /** The begin of a window, as a column. */
    abstract String window(Duration every);

    /** The end of a question that is answered by series and window; by series alone without a length. */
    abstract String windows(Duration every);
}
