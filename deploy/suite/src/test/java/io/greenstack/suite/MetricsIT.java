package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.testing.MqttTestClient;

/** What rules and dashboards ask for is what the packaged services give: names, labels, and a HELP for each of our own. */
class MetricsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String DEVICE = "metrics.1";
    private static final Pattern SERIES = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Pattern HELP = Pattern.compile("(?m)^# HELP (\\S+) (.*)$");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyMetricOfRulesAndDashboardsIsInAScrape() throws Exception {
        PackagedSuite suite = PackagedSuite.running();
        ApiClient api = suite.client();
        Path sample = suite.samples().resolve("iodd/GreenStack-TP100-20261123-IODD1.1.xml");
        assertThat(api.upload(sample).isOk()).isTrue();
        try (MqttTestClient device = suite.mqtt(DEVICE)) {
            device.publish("devices/" + DEVICE + "/register",
                    "{\"name\":\"Metrics\",\"iolink\":{\"vendor_id\":65535,\"device_id\":100}}");
            await().atMost(LIMIT).untilAsserted(() -> assertThat(
                    api.get("/api/devices/" + DEVICE).body().at("/binding/description_id").isNumber()).isTrue());
            // some come into being with their first use
            long description = api.get("/api/devices/" + DEVICE).body().at("/binding/description_id").asLong();
            get(suite.api().url() + "/api/iodd/" + description + "/xml");
            speak(suite, device);
        }
    }

    private void speak(PackagedSuite suite, MqttTestClient device) throws Exception {
        try (EventStream stream = EventStream
                .open(suite.api().url() + "/api/devices/" + DEVICE + "/telemetry/stream")) {
            device.publish("devices/" + DEVICE + "/telemetry", "{\"processDataIn\":\"00EB023402\"}");
            device.publish("devices/" + DEVICE + "/telemetry", "{\"temperature\":21.5}");
            device.publish("devices/" + DEVICE + "/telemetry", "no JSON at all");
            device.publish("devices/" + DEVICE + "/events",
                    "{\"code\":20480,\"mode\":\"appears\",\"type\":\"error\"}");

            KnownMetrics known = KnownMetrics.read();
            await().atMost(LIMIT).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
                Map<String, Set<String>> scraped = scrape(suite);
                assertThat(known.ofServices()).allSatisfy(name -> assertThat(scraped).containsKey(name)
                        .hasEntrySatisfying(name, labels -> assertThat(labels).containsAll(known.labels(name))));
            });
            assertThat(stream.text()).isNotNull();
        }
    }

    @Test
    void eachOfOurMetricsSaysWhatItIs() throws Exception {
        PackagedSuite suite = PackagedSuite.running();
        for (ServiceProcess service : suite.stack().services()) {
            Matcher help = HELP.matcher(get(service.managementUrl() + "/q/metrics"));
            while (help.find()) {
                if (help.group(1).startsWith("greenstack_")) {
                    assertThat(help.group(2)).as(help.group(1)).isNotBlank();
                }
            }
        }
    }

    /** All series with their labels, of all services and of the devices. */
    private Map<String, Set<String>> scrape(PackagedSuite suite) throws IOException, InterruptedException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String url : List.of(suite.api().managementUrl() + "/q/metrics",
                suite.bridge().managementUrl() + "/q/metrics", suite.ingestion().managementUrl() + "/q/metrics",
                suite.api().url() + "/api/telemetry/metrics")) {
            Matcher series = SERIES.matcher(get(url));
            while (series.find()) {
                Set<String> labels = found.computeIfAbsent(series.group(1), name -> new TreeSet<>());
                if (series.group(2) != null) {
                    LABEL.matcher(series.group(2)).results().forEach(label -> labels.add(label.group(1)));
                }
            }
        }
        return found;
    }

    private String get(String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10)).header("Accept", "text/plain, */*;q=0.5").build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(url).isEqualTo(200);
        return answer.body();
    }
}
