package io.greenstack.bridge.dialect.sparkplug;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.sparkplug.SparkplugBirths.Born;
import io.greenstack.core.message.NamedValue;

/**
 * An NCMD or DCMD that writes metrics: with the types that the birth declares, and by alias where it has some, as Sparkplug 3.0
 * (6.4.6) wants it.
 *
 * @param command what is to be published, null if nothing can be written
 * @param expected the values as the device will say them when it has taken them, by metric; not of those that control it
 * @param refused why others cannot be written, by metric
 */
public record SparkplugWrite(Publication command, Map<String, Object> expected, Map<String, Refusal> refused) {

    private static final String REBIRTH = "Node Control/Rebirth";
    private static final int MOST_NAMES = 10;

    /**
     * Why a metric cannot be written.
     *
     * @param code for machines: {@code unknown-metric}, {@code value-not-valid}, {@code confirmation-needed}
     * @param reason for people
     */
    public record Refusal(String code, String reason) {}

    /**
     * Makes the command.
     *
     * @param values numbers, texts and truth values by metric, as they stand in JSON
     * @param control whether metrics that control the node itself, such as a reboot, may be written
     */
    public static SparkplugWrite of(Born born, Map<String, Object> values, boolean control, Instant now) {
        Map<String, SparkplugMetric> declared = new LinkedHashMap<>();
        for (SparkplugMetric metric : SparkplugCodec.read(born.birth()).metrics()) {
            if (metric.name() != null && !SparkplugDialect.BIRTH_DEATH_SEQUENCE.equals(metric.name())) {
                declared.put(metric.name(), metric);
            }
        }
        List<SparkplugWriter.Metric> metrics = new ArrayList<>();
        Map<String, Object> expected = new LinkedHashMap<>();
        Map<String, Refusal> refused = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            SparkplugMetric metric = declared.get(name);
            if (metric == null) {
                refused.put(name, new Refusal("unknown-metric", "Its birth certificate has no metric '" + name
                        + "'; it has " + names(declared)));
            } else if (!control && controls(name)) {
                refused.put(name, new Refusal("confirmation-needed", "'" + name
                        + "' controls the device itself; send the command with \"confirm\": true if that is meant"));
            } else {
                try {
                    metrics.add(new SparkplugWriter.Metric(metric.alias() == null ? name : null, metric.alias(), now,
                            metric.datatype(), SparkplugTypes.typed(metric.datatype(), value), Map.of()));
                } catch (IllegalArgumentException e) {
                    refused.put(name, new Refusal("value-not-valid", "'" + name + "' " + e.getMessage()));
                    return;
                }
                if (!controls(name)) {
                    said(name, metric, metrics.get(metrics.size() - 1), expected);
                }
            }
        });
        return new SparkplugWrite(metrics.isEmpty() ? null : command(born.place(), metrics, now), expected, refused);
    }

    /** What the device would say is found by reading what is sent. */
    private static void said(String name, SparkplugMetric declared, SparkplugWriter.Metric sent,
            Map<String, Object> expected) {
        SparkplugMetric read = SparkplugCodec.read(SparkplugWriter.payload(null, null, List.of(sent))).metrics().get(0);
        for (NamedValue value : MetricValues.of(name, declared.datatype(), read.value(), null)) {
            expected.put(value.parameter(), value.value());
        }
    }

    private static boolean controls(String name) {
        return name.startsWith("Node Control/") || name.startsWith("Device Control/");
    }

    private static String names(Map<String, SparkplugMetric> declared) {
        List<String> names = declared.keySet().stream().filter(name -> !controls(name)).limit(MOST_NAMES + 1L).toList();
        return names.isEmpty()
                ? "none that can be written"
                : String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
                        + (names.size() > MOST_NAMES ? ", ..." : "");
    }

    /** Asks an edge node to say everything anew; a device is asked by its node. */
    public static Publication rebirth(SparkplugPlace place, Instant now) {
        return new Publication(new SparkplugPlace(place.group(), place.node(), null).commandTopic(),
                SparkplugCodec.command(REBIRTH, true, now), 0, false);
    }

    /** Commands have no sequence number (6.4.22). */
    private static Publication command(SparkplugPlace place, List<SparkplugWriter.Metric> metrics, Instant now) {
        return new Publication(place.commandTopic(), SparkplugWriter.payload(now, null, metrics), 0, false);
    }
}
