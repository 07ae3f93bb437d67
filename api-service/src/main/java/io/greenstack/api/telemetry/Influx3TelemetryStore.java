package io.greenstack.api.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.greenstack.platform.config.SecretSource;

/**
 * History in InfluxDB 3, asked over HTTP ({@code POST /api/v3/query_sql}), which answers with a line of JSON for each row. A table
 * and its columns come with the first points that need them, so the store is asked what there is.
 */
final class Influx3TelemetryStore extends SqlTelemetryStore {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> RAW_COLUMNS = Set.of("device_id", "direction", "hex");
    private static final long KNOWN_NANOS = Duration.ofSeconds(5).toNanos();

    private final TelemetrySettings.Influx settings;
    private final URI address;
    private final StoreHttp http;
    private final SecretSource token;
    private final Map<String, Known> tables = new ConcurrentHashMap<>();

    private record Known(Set<String> columns, boolean all, long at) {}

    Influx3TelemetryStore(TelemetrySettings.Influx settings) {
        this.settings = settings;
        this.address = URI.create(settings.url().replaceAll("/+$", "") + "/api/v3/query_sql");
        this.token = new SecretSource(settings.token(), settings.tokenFile());
        this.http = new StoreHttp("InfluxDB 3", settings.timeout());
    }

    @Override
    SqlQueries values() {
        return queries(SqlQueries.VALUES, SqlQueries.VALUE_COLUMNS);
    }

    @Override
    SqlQueries raw() {
        return queries(SqlQueries.RAW, RAW_COLUMNS);
    }

    private SqlQueries queries(String table, Set<String> wanted) {
        Known known = tables.get(table);
        if (known == null || !known.all && System.nanoTime() - known.at > KNOWN_NANOS) {
            Set<String> columns = new HashSet<>();
            ask(new SqlQuestion("SELECT column_name FROM information_schema.columns WHERE table_name = '" + table + "'",
                    List.of("column_name"), Map.of()), row -> columns.add(row.get(0)));
            known = new Known(columns, columns.containsAll(wanted), System.nanoTime());
            tables.put(table, known);
        }
        return known.columns.isEmpty() ? null : new SqlQueries(SqlDialect.INFLUXDB3, known.columns);
    }

    @Override
    public void ping() {
        ask(new SqlQuestion("SELECT 1 AS one", List.of("one"), Map.of()), row -> {});
    }

    @Override
    void ask(SqlQuestion question, Consumer<List<String>> each) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Content-Type", "application/json")
                .header("Accept", "application/json").POST(HttpRequest.BodyPublishers.ofString(body(question)));
        token.get().ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        http.ask(request, octets -> read(octets, question.columns(), each), (status, text) -> {
            tables.clear();
            throw failure(status, text);
        });
    }

    private RuntimeException failure(int status, String text) {
        if (status == 404) {
            return StoreRefusalException.noPlace("the database '" + settings.bucket() + "' (INFLUXDB_BUCKET)", text);
        }
        return StoreRefusalException.means(status)
                ? new StoreRefusalException(status, text)
                : new StoreException(text + " (" + status + ")");
    }

    private String body(SqlQuestion question) {
        StringWriter body = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("db", settings.bucket());
            json.writeStringField("q", question.text());
            json.writeStringField("format", "jsonl");
            json.writeObjectFieldStart("params");
            for (Map.Entry<String, String> parameter : question.parameters().entrySet()) {
                json.writeStringField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toString();
    }

    /** Reads an object for each row; columns without a value are left out of it, or null. */
    private static void read(InputStream body, List<String> columns, Consumer<List<String>> each) throws IOException {
        List<String> row = new ArrayList<>(Collections.nCopies(columns.size(), null));
        try (JsonParser json = JSON.createParser(body)) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Collections.fill(row, null);
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    int column = columns.indexOf(json.currentName());
                    JsonToken value = json.nextToken();
                    if (column >= 0 && value.isScalarValue() && value != JsonToken.VALUE_NULL
                            && !json.getText().isEmpty()) {
                        row.set(column, json.getText());
                    }
                }
                each.accept(row);
            }
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
