package io.greenstack.api.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** History in QuestDB, asked over HTTP ({@code /exec}). */
final class QuestDbTelemetryStore extends SqlTelemetryStore {

    private static final JsonFactory JSON = new JsonFactory();
    private static final SqlQueries QUERIES = new SqlQueries(SqlDialect.QUESTDB, SqlQueries.VALUE_COLUMNS);

    private final String base;
    private final StoreHttp http;

    QuestDbTelemetryStore(TelemetrySettings.Influx settings) {
        this.base = settings.url().endsWith("/") ? settings.url() : settings.url() + "/";
        this.http = new StoreHttp("QuestDB", settings.timeout());
    }

    @Override
    SqlQueries values() {
        return QUERIES;
    }

    @Override
    SqlQueries raw() {
        return QUERIES;
    }

    @Override
    public void ping() {
        ask(new SqlQuestion("SELECT 1", List.of("1"), Map.of()), row -> {});
    }

    @Override
    void ask(SqlQuestion question, Consumer<List<String>> each) {
        URI address = URI.create(base + "exec?query=" + URLEncoder.encode(question.text(), StandardCharsets.UTF_8));
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
