package io.greenstack.bridge.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonGenerator;

import io.greenstack.core.message.InboundMessage;

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

    private final Map<String, Object> figures = new ConcurrentHashMap<>();

    /** Takes a message in if it is about the broker. */
    void accept(InboundMessage message) {
        if (!message.topic().startsWith(PREFIX) || message.payload().length > MAX_LENGTH) {
            return;
        }
        String name = message.topic().substring(PREFIX.length());
        String text = new String(message.payload(), StandardCharsets.UTF_8).strip();
        boolean number = NUMBER.matcher(text).matches();
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

    /** Forgets everything, because the broker is away. */
    void clear() {
        figures.clear();
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
