package io.greenstack.api.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** History in QuestDB, asked with SQL over HTTP ({@code /exec}); it has the narrow layout only. */
final class QuestDbTelemetryStore implements TelemetryStore, AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final String base;
    private final StoreHttp http;

    QuestDbTelemetryStore(TelemetrySettings.Influx settings) {
        this.base = settings.url().endsWith("/") ? settings.url() : settings.url() + "/";
        this.http = new StoreHttp("QuestDB", settings.timeout());
    }

    @Override
    public List<HistoryPoint> newest(HistoryQuery query) {
        List<HistoryPoint> points = new ArrayList<>();
        execute(SqlQueries.newest(query), row -> points.add(reading(row)));
        return Windows.newest(points, query.limit() + 1);
    }

    @Override
    public void readings(HistoryQuery query, Consumer<HistoryPoint> each) {
        execute(SqlQueries.readings(query), row -> each.accept(reading(row)));
    }

    @Override
    public List<HistoryPoint> windows(HistoryQuery query) {
        Windows windows = new Windows(query);
        List<String> names = List.of(query.function().name().toLowerCase(Locale.ROOT), "min", "max", "count");
        execute(SqlQueries.numbers(query), row -> {
            for (int i = 0; i < names.size(); i++) {
                windows.number(series(row), time(row), names.get(i), Double.parseDouble(row.get(4 + i)));
            }
        });
        execute(SqlQueries.texts(query, "label"), row -> windows.label(series(row), time(row), row.get(4)));
        execute(SqlQueries.texts(query, "status"), row -> windows.status(series(row), time(row), row.get(4)));
        return windows.points();
    }

    @Override
    public void processData(String device, Instant from, Instant to, Consumer<RawReading> each) {
        execute(SqlQueries.processData(device, from, to),
                row -> each.accept(new RawReading(time(row), "out".equals(row.get(1)), row.get(2))));
    }

    private static SeriesKey series(List<String> row) {
        return new SeriesKey(row.get(1), row.get(2), row.get(3));
    }

    private static Instant time(List<String> row) {
        return Instant.parse(row.get(0));
    }

    private static HistoryPoint reading(List<String> row) {
        return new HistoryPoint(row.get(1), row.get(2), row.get(3), time(row),
                row.get(4) == null ? null : Double.valueOf(row.get(4)), row.get(5), row.get(6));
    }

    @Override
    public void ping() {
        execute("SELECT 1", row -> {});
    }

    private void execute(String sql, Consumer<List<String>> each) {
        URI address = URI.create(base + "exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
        http.ask(HttpRequest.newBuilder(address).GET(), octets -> read(octets, each), (status, text) -> {
            if (text.contains("does not exist")) {
                return;
            }
            throw StoreRefusalException.means(status)
                    ? new StoreRefusalException(status, text)
                    : new StoreException(text + " (" + status + ")");
        });
    }

    /** Reads {@code {"columns":[...],"dataset":[[...],...]}}; empty texts are as good as none. */
    private static void read(InputStream body, Consumer<List<String>> each) throws IOException {
        List<String> row = new ArrayList<>(8);
        try (JsonParser json = JSON.createParser(body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean dataset = "dataset".equals(json.currentName());
                json.nextToken();
                if (!dataset) {
                    json.skipChildren();
                    continue;
                }
                while (json.nextToken() == JsonToken.START_ARRAY) {
                    row.clear();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        boolean none = json.currentToken() == JsonToken.VALUE_NULL || json.getText().isEmpty();
                        row.add(none ? null : json.getText());
                    }
                    each.accept(row);
                }
            }
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
