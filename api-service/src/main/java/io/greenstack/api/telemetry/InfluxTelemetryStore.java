package io.greenstack.api.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.exceptions.InfluxException;
import com.influxdb.query.FluxRecord;
import com.influxdb.query.FluxTable;

import okhttp3.OkHttpClient;

/** History in InfluxDB 2, asked with Flux through the InfluxDB client. */
final class InfluxTelemetryStore implements TelemetryStore, AutoCloseable {

    private final InfluxDBClient client;
    private final String bucket;
    private final String org;

    InfluxTelemetryStore(TelemetrySettings.Influx settings) {
        this.bucket = settings.bucket();
        this.org = settings.org();
        OkHttpClient.Builder http = new OkHttpClient.Builder().connectTimeout(settings.timeout())
                .readTimeout(settings.timeout()).callTimeout(settings.timeout());
        InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder().url(settings.url()).org(org)
                .bucket(bucket)
                .okHttpClient(http);
        settings.token().filter(token -> !token.isBlank())
                .ifPresent(token -> options.authenticateToken(token.toCharArray()));
        this.client = InfluxDBClientFactory.create(options.build());
    }

    @Override
    public List<HistoryPoint> history(HistoryQuery query) {
        List<HistoryPoint> points = ask(FluxQueries.history(bucket, query));
        return query.every() == null
                ? points
                : Windows.merge(points, ask(FluxQueries.texts(bucket, query)), query.limit() + 1);
    }

    private List<HistoryPoint> ask(String flux) {
        try {
            List<HistoryPoint> points = new ArrayList<>();
            for (FluxTable table : client.getQueryApi().query(flux, org)) {
                for (FluxRecord row : table.getRecords()) {
                    points.add(point(row));
                }
            }
            Collections.reverse(points);
            return points;
        } catch (InfluxException e) {
            throw failure(e);
        }
    }

    private RuntimeException failure(InfluxException e) {
        if (e.status() == 404) {
            return StoreRefusalException.noPlace("the bucket '" + bucket + "' of the organisation '" + org
                    + "' (INFLUXDB_BUCKET, INFLUXDB_ORG)", "InfluxDB: " + e.getMessage());
        }
        return StoreRefusalException.means(e.status())
                ? new StoreRefusalException(e.status(), "InfluxDB: " + e.getMessage())
                : new StoreException("InfluxDB: " + e.getMessage(), e);
    }

    private static HistoryPoint point(FluxRecord row) {
        return new HistoryPoint(text(row, "parameter"), text(row, "unit"), row.getTime(),
                number(row, "value"), text(row, "label"), text(row, "status"), number(row, "min"), number(row, "max"));
    }

    private static Double number(FluxRecord row, String column) {
        return row.getValueByKey(column) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    private static String text(FluxRecord row, String column) {
        Object value = row.getValueByKey(column);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    /** A server that answers may still refuse the token, so a question is asked that reads next to nothing. */
    @Override
    public void ping() {
        if (!client.ping()) {
            throw new StoreException("InfluxDB does not answer");
        }
        ask("from(bucket: " + Quoting.flux(bucket) + ") |> range(start: -1s) |> limit(n: 1)");
    }

    @Override
    public void close() {
        client.close();
    }
}
