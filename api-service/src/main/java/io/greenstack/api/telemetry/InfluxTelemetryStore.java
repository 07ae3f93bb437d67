package io.greenstack.api.telemetry;

import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.greenstack.core.message.WideField;
import io.greenstack.platform.config.SecretSource;

/** History in InfluxDB 2, asked with Flux over HTTP ({@code /api/v2/query}). */
final class InfluxTelemetryStore implements TelemetryStore, AutoCloseable {

    private static final Set<String> NO_FIELDS = Set.of("result", "table", "device_id");

    private final TelemetrySettings.Influx settings;
    private final String base;
    private final StoreHttp http;
    private final SecretSource token;

    InfluxTelemetryStore(TelemetrySettings.Influx settings) {
        this.settings = settings;
        this.base = settings.url().endsWith("/") ? settings.url() : settings.url() + "/";
        this.token = new SecretSource(settings.token(), settings.tokenFile());
        this.http = new StoreHttp("InfluxDB", settings.timeout());
    }

    @Override
    public List<HistoryPoint> newest(HistoryQuery query) {
        List<HistoryPoint> points = new ArrayList<>();
        ask(FluxQueries.newest(settings.bucket(), query), row -> reading(query, row, points::add));
        return Windows.newest(points, query.limit() + 1);
    }

    @Override
    public void readings(HistoryQuery query, Consumer<HistoryPoint> each) {
        ask(FluxQueries.readings(settings.bucket(), query), row -> reading(query, row, each));
    }

    @Override
    public List<HistoryPoint> windows(HistoryQuery query) {
        Windows windows = new Windows(query);
        ask(FluxQueries.windows(settings.bucket(), query), row -> figure(query, row, windows));
        return windows.points();
    }

    @Override
    public void processData(String device, Instant from, Instant to, Consumer<RawReading> each) {
        ask(FluxQueries.processData(settings.bucket(), device, from, to), row -> each.accept(new RawReading(
                Instant.parse(row.text("_time")), "out".equals(row.text("direction")), row.text("_value"))));
    }

    private static void figure(HistoryQuery query, FluxRows row, Windows windows) {
        String result = row.text("result");
        SeriesKey series;
        if (result.startsWith(FluxQueries.WIDE)) {
            WideField field = WideField.parse(row.text("_field"));
            series = new SeriesKey(row.text("device_id"), field.parameter(), field.unit());
            if (!query.asksFor(field.parameter())) {
                return;
            }
            result = result.substring(FluxQueries.WIDE.length());
        } else {
            series = new SeriesKey(row.text("device_id"), row.text("parameter"), row.text("unit"));
        }
        Instant time = Instant.parse(row.text("_time"));
        String value = row.text("_value");
        if (value == null) {
            return;
        }
        switch (result) {
            case "label" -> windows.label(series, time, value);
            case "status" -> windows.status(series, time, value);
            default -> windows.number(series, time, result, Double.parseDouble(value));
        }
    }

    private static void reading(HistoryQuery query, FluxRows row, Consumer<HistoryPoint> each) {
        if (row.text("result").startsWith(FluxQueries.WIDE)) {
            message(query, row, each);
            return;
        }
        each.accept(new HistoryPoint(row.text("device_id"), row.text("parameter"), row.text("unit"),
                Instant.parse(row.text("_time")), number(row.text("value")), row.text("label"), row.text("status")));
    }

    /** A row of the wide layout has all values of a message. */
    private static void message(HistoryQuery query, FluxRows row, Consumer<HistoryPoint> each) {
        Map<String, String[]> values = new LinkedHashMap<>();
        row.each((column, text) -> {
            if (!column.startsWith("_") && !NO_FIELDS.contains(column)) {
                WideField field = WideField.parse(column);
                if (query.asksFor(field.parameter())) {
                    values.computeIfAbsent(WideField.name(field.parameter(), field.unit()),
                            name -> new String[3])[field.kind().ordinal()] = text;
                }
            }
        });
        String device = row.text("device_id");
        Instant time = Instant.parse(row.text("_time"));
        values.forEach((name, texts) -> {
            WideField field = WideField.parse(name);
            each.accept(new HistoryPoint(device, field.parameter(), field.unit(), time, number(texts[0]), texts[1],
                    texts[2]));
        });
    }

    private static Double number(String text) {
        return text == null ? null : Double.valueOf(text);
    }

    private void ask(String flux, Consumer<FluxRows> each) {
        HttpRequest.Builder request = request("api/v2/query?org="
                + URLEncoder.encode(settings.org(), StandardCharsets.UTF_8))
                .header("Content-Type", "application/vnd.flux").header("Accept", "application/csv")
                .POST(HttpRequest.BodyPublishers.ofString(flux));
        http.ask(request, octets -> FluxRows.read(new InputStreamReader(octets, StandardCharsets.UTF_8), each),
                (status, text) -> {
                    throw failure(status, text);
                });
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        token.get().ifPresent(secret -> request.header("Authorization", "Token " + secret));
        return request;
    }

    private RuntimeException failure(int status, String text) {
        if (status == 404) {
            return StoreRefusalException.noPlace("the bucket '" + settings.bucket() + "' of the organisation '"
                    + settings.org() + "' (INFLUXDB_BUCKET, INFLUXDB_ORG)", text);
        }
        return StoreRefusalException.means(status)
                ? new StoreRefusalException(status, text)
                : new StoreException(text + " (" + status + ")");
    }

    /** A server that answers may still refuse the token, so a question is asked that reads next to nothing. */
    @Override
    public void ping() {
        http.ask(request("ping").GET(), octets -> {}, (status, text) -> {
            throw new StoreException("InfluxDB does not answer: " + text);
        });
        ask("from(bucket: " + Quoting.flux(settings.bucket()) + ") |> range(start: -1s) |> limit(n: 1)", row -> {});
    }

    @Override
    public void close() {
        http.close();
    }
}
