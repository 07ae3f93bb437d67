package io.greenstack.api.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** History in QuestDB, asked with SQL over HTTP ({@code /exec}). */
final class QuestDbTelemetryStore implements TelemetryStore {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int ERROR_LENGTH = 2000;
    private static final int COLUMNS = 8;

    private final HttpClient http;
    private final String base;
    private final Duration timeout;

    QuestDbTelemetryStore(TelemetrySettings.Influx settings) {
        this.base = settings.url().endsWith("/") ? settings.url() : settings.url() + "/";
        this.timeout = settings.timeout();
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).build();
    }

    @Override
    public List<HistoryPoint> history(HistoryQuery query) {
        List<HistoryPoint> points = oldestFirst(SqlQueries.history(query));
        return query.every() == null
                ? points
                : Windows.merge(points, oldestFirst(SqlQueries.texts(query)), query.limit() + 1);
    }

    private List<HistoryPoint> oldestFirst(String sql) {
        List<HistoryPoint> points = execute(sql);
        Collections.reverse(points);
        return points;
    }

    @Override
    public void ping() {
        execute("SELECT 1");
    }

    private List<HistoryPoint> execute(String sql) {
        URI address = URI.create(base + "exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address).timeout(timeout).GET().build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    String error = new String(body.readNBytes(ERROR_LENGTH), StandardCharsets.UTF_8);
                    if (error.contains("does not exist")) {
                        return new ArrayList<>();
                    }
                    if (StoreRefusalException.means(response.statusCode())) {
                        throw new StoreRefusalException(response.statusCode(), "QuestDB: " + error);
                    }
                    throw new StoreException("QuestDB answered " + response.statusCode() + ": " + error);
                }
                return read(body);
            }
        } catch (IOException e) {
            throw new StoreException("QuestDB: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while asking QuestDB", e);
        }
    }

    /** Reads {@code {"columns":[...],"dataset":[[timestamp,parameter,unit,value,label,status,min,max],...]}}. */
    private static List<HistoryPoint> read(InputStream body) throws IOException {
        List<HistoryPoint> points = new ArrayList<>();
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
                    points.add(row(json));
                }
            }
        }
        return points;
    }

    private static HistoryPoint row(JsonParser json) throws IOException {
        List<String> cells = new ArrayList<>(COLUMNS);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            cells.add(json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText());
        }
        if (cells.size() < COLUMNS) {
            return null;
        }
        return new HistoryPoint(cells.get(1), emptyToNull(cells.get(2)), Instant.parse(cells.get(0)),
                number(cells.get(3)), emptyToNull(cells.get(4)), emptyToNull(cells.get(5)), number(cells.get(6)),
                number(cells.get(7)));
    }

    private static Double number(String cell) {
        return cell == null ? null : Double.valueOf(cell);
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
