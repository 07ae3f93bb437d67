package io.greenstack.bridge.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.core.message.InboundMessage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the broker publishes of itself below {@code $SYS/broker}, as Mosquitto does. A broker that publishes nothing there has no
 * figures, and none are made up.
 */
final class BrokerStatistics {

    static final String FILTER = "$SYS/broker/#";
    private static final String PREFIX = "$SYS/broker/";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,18}) seconds?");
    private static final int MAX_LENGTH = 200;
    private static final double SECONDS_OF_MINUTE = 60;
    private static final Map<String, String> COUNTS = Map.of("clients/connected", "clients_connected", "clients/total",
            "clients_total", "subscriptions/count", "subscriptions", "retained messages/count", "retained_messages");
    private static final Map<String, String> PER_MINUTE = Map.of("load/messages/received/1min",
            "messages_received_per_second", "load/messages/sent/1min", "messages_sent_per_second");

    /** Metrics by what Mosquitto calls the figure, and what each says. */
    private static final Map<String, Metric> METRICS = Map.of("clients/connected",
            new Metric("clients", "Clients that are connected to the broker"), "subscriptions/count",
            new Metric("subscriptions", "Subscriptions at the broker"), "retained messages/count",
            new Metric("retained", "Retained messages at the broker"), "store/messages/count",
            new Metric("stored", "Messages that the broker keeps, retained ones too"), "store/messages/bytes",
            new Metric("stored.bytes", "Payloads of the messages that the broker keeps"), "publish/messages/dropped",
            new Metric("dropped", "Messages that the broker dropped since its start"), "load/messages/received/1min",
            new Metric("received.rate", "Messages that reach the broker in a second, mean of a minute"),
            "load/messages/sent/1min",
            new Metric("sent.rate", "Messages that leave the broker in a second, mean of a minute"));

    private final Map<String, Object> figures = new ConcurrentHashMap<>();
    private final Map<String, Double> measured = new ConcurrentHashMap<>();

    private record Metric(String name, String description) {}

    /** Makes metrics of the figures; one that is not known is no number. */
    void bindTo(MeterRegistry metrics) {
        METRICS.forEach((name, metric) -> Gauge
                .builder("greenstack.broker." + metric.name(), measured, known -> known.getOrDefault(name, Double.NaN))
                .description(metric.description()).register(metrics));
    }

    /** Takes a message in if it is about the broker. */
    void accept(InboundMessage message) {
        if (!message.topic().startsWith(PREFIX) || message.payload().length > MAX_LENGTH) {
            return;
        }
        String name = message.topic().substring(PREFIX.length());
        String text = new String(message.payload(), StandardCharsets.UTF_8).strip();
        boolean number = NUMBER.matcher(text).matches();
        if (number && METRICS.containsKey(name)) {
            double value = Double.parseDouble(text);
            measured.put(name, PER_MINUTE.containsKey(name) ? value / SECONDS_OF_MINUTE : value);
        }
        if (number && COUNTS.containsKey(name)) {
            figures.put(COUNTS.get(name), (long) Double.parseDouble(text));
        } else if (number && PER_MINUTE.containsKey(name)) {
            figures.put(PER_MINUTE.get(name), Double.parseDouble(text) / SECONDS_OF_MINUTE);
        } else if (name.equals("uptime")) {
            Matcher uptime = SECONDS.matcher(text);
            if (uptime.matches()) {
                figures.put("uptime_seconds", Long.parseLong(uptime.group(1)));
            }
        } else if (name.equals("version") && !text.isEmpty()) {
            figures.put("version", text);
        }
    }

    /** Forgets everything, because the broker is away or another bridge looks at it. */
    void clear() {
        figures.clear();
        measured.clear();
    }

    /** Writes an object with the known figures. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> figure : figures.entrySet()) {
            json.writePOJOField(figure.getKey(), figure.getValue());
        }
        json.writeEndObject();
    }
}
