package io.greenstack.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message ledger of a service as its Prometheus metrics show it. */
record LedgerMetrics(long received, long written, long deadLettered, long droppedQos0, long requeued, long inFlight) {

    private static final Pattern COUNTER = Pattern
            .compile("greenstack_messages_total\\{[^}]*outcome=\"(\\w+)\"[^}]*} ([0-9.E+]+)");
    private static final Pattern GAUGE = Pattern.compile("greenstack_messages_in_flight(?:\\{[^}]*})? ([0-9.E+]+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static LedgerMetrics of(String serviceUrl) throws IOException, InterruptedException {
        String text = CLIENT.send(
                HttpRequest.newBuilder(URI.create(serviceUrl + "/q/metrics")).header("Accept", "text/plain")
                        .timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        Map<String, Long> outcomes = new HashMap<>();
        Matcher counter = COUNTER.matcher(text);
        while (counter.find()) {
            outcomes.merge(counter.group(1), (long) Double.parseDouble(counter.group(2)), Long::sum);
        }
        long inFlight = 0;
        Matcher gauge = GAUGE.matcher(text);
        while (gauge.find()) {
            inFlight += (long) Double.parseDouble(gauge.group(1));
        }
        return new LedgerMetrics(outcomes.getOrDefault("received", -1L), outcomes.getOrDefault("written", -1L),
                outcomes.getOrDefault("dead_lettered", -1L), outcomes.getOrDefault("dropped_qos0", -1L),
                outcomes.getOrDefault("requeued", -1L), inFlight);
    }

    /** The sum that {@link #received()} has to be. */
    long accounted() {
        return written + deadLettered + droppedQos0 + requeued + inFlight;
    }
}
