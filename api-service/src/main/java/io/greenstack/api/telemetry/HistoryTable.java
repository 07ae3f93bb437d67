package io.greenstack.api.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.greenstack.api.table.Table;

/** History as a table, a row for each point. */
final class HistoryTable {

    private static final List<String> COLUMNS = List.of("timestamp", "parameter", "value", "unit", "label", "status",
            "min",
            "max");

    private HistoryTable() {}

    static Table of(History history) {
        List<List<Object>> rows = new ArrayList<>();
        for (History.Series series : history.series()) {
            for (History.Point point : series.points()) {
                rows.add(Arrays.asList(point.timestamp(), series.parameter(), point.value(), series.unit(),
                        point.label(), point.status(), point.min(), point.max()));
            }
        }
        return new Table(history.deviceId() + " history", COLUMNS, rows);
    }
}
