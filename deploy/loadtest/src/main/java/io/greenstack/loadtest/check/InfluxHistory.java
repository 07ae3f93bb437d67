package io.greenstack.loadtest.check;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.greenstack.loadtest.generator.PayloadShape;

/** Reads an InfluxDB 2 by Flux. */
final class InfluxHistory implements History {

    private final HttpText http;
    private final String url;
    private final String org;
    private final String bucket;
    private final String token;
    private final Instant from;

    /** @param from begin of the time range that is read */
    InfluxHistory(HttpText http, String url, String org, String bucket, String token, Instant from) {
        this.http = http;
        this.url = url;
        this.org = org;
        this.bucket = bucket;
        this.token = token;
        this.from = from;
    }

    @Override
    public List<Integer> numbers(String device, boolean raw) throws IOException {
        String filter = raw
                ? "r._measurement == \"" + RAW + "\" and r._field == \"hex\""
                : "(r._measurement == \"" + VALUES + "\" and r._field == \"value\" and r.parameter == \""
                        + PayloadShape.PARAMETER + "\" or r._measurement == \"device_values\" and r._field =~ /^"
                        + PayloadShape.PARAMETER + "( \\[1\\])?$/)";
        String flux = "from(bucket: \"" + bucket + "\") |> range(start: " + from + ") |> filter(fn: (r) => "
                + filter + " and r.device_id == \"" + device + "\") |> group() |> sort(columns: [\"_time\"])"
                + " |> keep(columns: [\"_value\"])";
        String csv = http.text(HttpRequest.newBuilder(
                URI.create(url + "/api/v2/query?org=" + URLEncoder.encode(org, StandardCharsets.UTF_8)))
                .header("Authorization", "Token " + token).header("Content-Type", "application/vnd.flux")
                .header("Accept", "application/csv").POST(HttpRequest.BodyPublishers.ofString(flux)));
        return parse(csv, raw);
    }

    /** The last column of every data row. */
    static List<Integer> parse(String csv, boolean raw) {
        List<Integer> numbers = new ArrayList<>();
        for (String line : csv.lines().toList()) {
            String value = line.substring(line.lastIndexOf(',') + 1).strip();
            if (line.startsWith(",") && !value.isEmpty() && !"_value".equals(value)) {
                numbers.add(raw ? Integer.parseUnsignedInt(value, 16) : (int) Double.parseDouble(value));
            }
        }
        return numbers;
    }
}
