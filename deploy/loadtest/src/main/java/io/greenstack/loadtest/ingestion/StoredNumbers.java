package io.greenstack.loadtest.ingestion;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.loadtest.check.HttpText;
import io.greenstack.loadtest.ingestion.Contender.Place;

/** How many messages of a run the store has. */
final class StoredNumbers {

    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)[^\\d]*$");

    private final HttpText http = new HttpText();
    private final String url;
    private final boolean questDb;
    private final String org;
    private final String bucket;
    private final String token;

    StoredNumbers(String url, boolean questDb, String org, String bucket, String token) {
        this.url = url;
        this.questDb = questDb;
        this.org = org;
        this.bucket = bucket;
        this.token = token;
    }

    /**
     * @param name begin of the ids of the devices
     * @param since no message is older
     */
    long of(String name, Place place, Instant since) throws IOException {
        return questDb ? questDb(name, place) : influx(name, place, since);
    }

    private long questDb(String name, Place place) throws IOException {
        String query = place == Place.PEER
                ? "SELECT count() FROM mqtt_consumer WHERE topic LIKE 'devices/" + name + "-%'"
                : "SELECT count() FROM device_telemetry WHERE parameter = 'number' AND device_id LIKE '" + name + "-%'";
        try {
            return http.json(HttpRequest.newBuilder(
                    URI.create(url + "/exec?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))).GET())
                    .at("/dataset/0/0").asLong();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("does not exist")) {
                return 0;
            }
            throw e;
        }
    }

    private long influx(String name, Place place, Instant since) throws IOException {
        String filter = switch (place) {
            case NARROW ->
                "r._measurement == \"device_telemetry\" and r._field == \"value\" and r.parameter == \"number\" "
                        + "and r.device_id =~ /^" + name + "-/";
            case WIDE ->
                "r._measurement == \"device_values\" and (r._field == \"number\" or r._field == \"number [1]\") "
                        + "and r.device_id =~ /^" + name + "-/";
            case PEER ->
                "r._measurement == \"mqtt_consumer\" and (r._field == \"number\" or r._field == \"value\") and r.topic =~ /^devices.x2f"
                        + name
                        + "-/";
        };
        String flux = "from(bucket: \"" + bucket + "\") |> range(start: " + since + ") |> filter(fn: (r) => "
                + filter.replace(".x2f", "\\x2f") + ") |> count() |> group() |> sum() |> keep(columns: [\"_value\"])";
        String csv = http.text(HttpRequest.newBuilder(
                URI.create(url + "/api/v2/query?org=" + URLEncoder.encode(org, StandardCharsets.UTF_8)))
                .header("Authorization", "Token " + token).header("Content-Type", "application/vnd.flux")
                .header("Accept", "application/csv").POST(HttpRequest.BodyPublishers.ofString(flux)));
        return parse(csv);
    }

    /** The number in the last row; 0 when there is no row. */
    static long parse(String csv) {
        Matcher matcher = LAST_NUMBER.matcher(csv.strip());
        return csv.contains("_value") && matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
