package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** History in a store that is asked with SQL; it has the narrow layout only. */
abstract class SqlTelemetryStore implements TelemetryStore, AutoCloseable {

    /** How values are asked for, null while there is none. */
    abstract SqlQueries values();

    /** How raw process data is asked for, null while there is none. */
    abstract SqlQueries raw();

    /** Asks, and hands over each row; its texts are in the order of the columns, null where there is none. */
    abstract void ask(SqlQuestion question, Consumer<List<String>> each);

    @Override
    public final List<HistoryPoint> newest(HistoryQuery query) {
        List<HistoryPoint> points = new ArrayList<>();
        SqlQueries sql = values();
        if (sql != null) {
            ask(sql.newest(query), row -> points.add(reading(row)));
        }
        return Windows.newest(points, query.limit() + 1);
    }

    @Override
    public final void readings(HistoryQuery query, Consumer<HistoryPoint> each) {
        SqlQueries sql = values();
        if (sql != null) {
            ask(sql.readings(query), row -> each.accept(reading(row)));
        }
    }

    @Override
    public final List<HistoryPoint> windows(HistoryQuery query) {
        Windows windows = new Windows(query);
        SqlQueries sql = values();
        if (sql == null) {
            return windows.points();
        }
        List<String> names = List.of(query.function().name().toLowerCase(Locale.ROOT), "min", "max", "count");
        if (sql.has("value")) {
            ask(sql.numbers(query), row -> {
                for (int i = 0; i < names.size(); i++) {
                    windows.number(series(row), time(row), names.get(i), Double.parseDouble(row.get(4 + i)));
                }
            });
        }
        if (sql.has("label")) {
            ask(sql.texts(query, "label"), row -> windows.label(series(row), time(row), row.get(4)));
        }
        if (sql.has("status")) {
            ask(sql.texts(query, "status"), row -> windows.status(series(row), time(row), row.get(4)));
        }
        return windows.points();
    }

    @Override
    public final void processData(String device, Instant from, Instant to, Consumer<RawReading> each) {
        SqlQueries sql = raw();
        if (sql != null) {
            ask(sql.processData(device, from, to),
                    row -> each.accept(new RawReading(time(row), "out".equals(row.get(1)), row.get(2))));
        }
    }

    private static SeriesKey series(List<String> row) {
        return new SeriesKey(row.get(1), row.get(2), row.get(3));
    }

    /** Stores that know no other zone than UTC do not name it. */
    private static Instant time(List<String> row) {
        String text = row.get(0);
        return Instant.parse(text.endsWith("Z") ? text : text + 'Z');
    }

    private static HistoryPoint reading(List<String> row) {
        return new HistoryPoint(row.get(1), row.get(2), row.get(3), time(row),
                row.get(4) == null ? null : Double.valueOf(row.get(4)), row.get(5), row.get(6));
    }
}
