package io.greenstack.suite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The metrics of the services that rules and dashboards use, with their labels: the resource {@code metrics.txt}, one metric a
 * line with its labels behind it. {@link MetricsIT} holds it against the services.
 */
final class KnownMetrics {

    /** Of exporters and servers that are no part of the suite, and what the rules themselves record. */
    private static final Pattern ELSEWHERE = Pattern
            .compile("up|redis_(?:up|memory_.*|commands_processed_total|evicted_keys_total)|pg_.*|otelcol_.*|kube_.*"
                    + "|http_api_requests_total|storage_bucket_series_num");
    /** What only a JVM tells of itself: the collector of a native executable says nothing. */
    private static final Pattern OF_A_JVM = Pattern.compile("jvm_(?:buffer|gc)_.*|jvm_memory_usage_after_gc");
    private static final Pattern RECORDED = Pattern.compile("(?m)^ *- record: (\\S+)$");
    /** Labels that Prometheus adds to every series of a target. */
    private static final Set<String> OF_TARGET = Set.of("job", "service", "instance");

    private final Map<String, Set<String>> metrics = new TreeMap<>();
    private final Set<String> recorded = new TreeSet<>();

    static KnownMetrics read() throws IOException {
        KnownMetrics known = new KnownMetrics();
        try (InputStream in = KnownMetrics.class.getResourceAsStream("/metrics.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(words -> known.metrics.put(words[0], Set.of(words).stream()
                            .filter(word -> !word.equals(words[0])).collect(Collectors.toSet())));
        }
        RECORDED.matcher(Observability.text(Observability.RULES)).results()
                .forEach(record -> known.recorded.add(record.group(1)));
        return known;
    }

    Set<String> names() {
        return metrics.keySet();
    }

    /** Names that the packaged services have, as jars or, with {@code -Dgreenstack.native=true}, as native executables. */
    Set<String> ofServices() {
        Set<String> names = new TreeSet<>(names());
        if (Boolean.getBoolean("greenstack.native")) {
            names.removeIf(name -> OF_A_JVM.matcher(name).matches());
        }
        return names;
    }

    Set<String> labels(String name) {
        return metrics.get(name);
    }

    /** What an expression names and nobody gives. */
    List<String> faults(PromQl expression) {
        List<String> faults = new ArrayList<>();
        Set<String> any = new TreeSet<>(OF_TARGET);
        boolean elsewhere = false;
        for (Map.Entry<String, Set<String>> metric : expression.metrics().entrySet()) {
            if (ELSEWHERE.matcher(metric.getKey()).matches() || recorded.contains(metric.getKey())) {
                elsewhere = true;
                continue;
            }
            Set<String> labels = metrics.get(metric.getKey());
            if (labels == null) {
                faults.add(metric.getKey());
                continue;
            }
            any.addAll(labels);
            metric.getValue().stream().filter(label -> !labels.contains(label) && !OF_TARGET.contains(label))
                    .forEach(label -> faults.add(metric.getKey() + "{" + label + "}"));
        }
        if (!elsewhere) {
            expression.grouping().stream().filter(label -> !any.contains(label)).forEach(faults::add);
        }
        return faults;
    }
}
