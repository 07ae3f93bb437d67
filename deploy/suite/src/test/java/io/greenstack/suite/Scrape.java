package io.greenstack.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.localstack.suite.ServiceProcess;

/**
 * What {@code /q/metrics} of a service says at one time.
 *
 * @param text as Prometheus gets it
 */
record Scrape(String text) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern EXEMPLAR = Pattern.compile("# \\{[^}]*trace_id=\"([0-9a-f]{32})\"");

    static Scrape of(ServiceProcess service) throws IOException, InterruptedException {
        return asked(service, "text/plain");
    }

    /** In the form of OpenMetrics, which has a place for exemplars. */
    static Scrape openMetrics(ServiceProcess service) throws IOException, InterruptedException {
        return asked(service, "application/openmetrics-text; version=1.0.0; charset=utf-8");
    }

    private static Scrape asked(ServiceProcess service, String type) throws IOException, InterruptedException {
        return new Scrape(CLIENT.send(
                HttpRequest.newBuilder(URI.create(service.managementUrl() + "/q/metrics")).header("Accept", type)
                        .timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString()).body());
    }

    /** Sum of all series of a metric with these labels, each as it stands; NaN where there is none. */
    double value(String name, String... labels) {
        double sum = Double.NaN;
        for (String line : lines(name, labels)) {
            double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            sum = Double.isNaN(sum) ? value : sum + value;
        }
        return sum;
    }

    /** Traces that are named at the series of a metric with these labels. */
    Set<String> exemplars(String name, String... labels) {
        Set<String> traces = new TreeSet<>();
        lines(name, labels).forEach(line -> EXEMPLAR.matcher(line).results().forEach(m -> traces.add(m.group(1))));
        return traces;
    }

    private List<String> lines(String name, String... labels) {
        Matcher series = Pattern.compile("(?m)^" + Pattern.quote(name) + "(?:\\{.*)? .*$").matcher(text);
        return series.results().map(match -> match.group().strip())
                .filter(line -> Set.of(labels).stream().allMatch(line::contains)).toList();
    }
}
