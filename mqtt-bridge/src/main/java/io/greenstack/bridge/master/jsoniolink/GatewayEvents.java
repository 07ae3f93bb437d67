package io.greenstack.bridge.master.jsoniolink;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import io.greenstack.bridge.master.PortEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What is new in the event log of a gateway, of which every answer has the youngest entries. What is in the first answer is history:
 * it was there before anybody listened. Not thread-safe.
 */
final class GatewayEvents {

    private static final Set<String> MODES = Set.of("appears", "disappears", "singleshot");
    private static final Map<String, String> TYPES = Map.of("NOTICE", "notification", "WARNING", "warning", "ERROR",
            "error");
    private static final int MOST_CODE = 0xFFFF;

    /** How often each entry stood in the last answer, null before the first: the same may happen twice in a second. */
    private Map<JsonObject, Integer> last;

    /**
     * Takes in an answer.
     *
     * @param port number of the port of an origin, null where it is of no port
     * @return what is new, in the order of the answer
     */
    List<PortEvent> take(JsonArray log, Function<JsonObject, Integer> port) {
        Map<JsonObject, Integer> now = new HashMap<>();
        List<PortEvent> news = new ArrayList<>();
        for (Object element : log) {
            if (element instanceof JsonObject entry
                    && now.merge(entry, 1, Integer::sum) > (last == null ? 0 : last.getOrDefault(entry, 0))
                    && last != null) {
                PortEvent event = event(entry, port);
                if (event != null) {
                    news.add(event);
                }
            }
        }
        last = now;
        return news;
    }

    /** All events of a list, in its order. */
    static List<PortEvent> all(JsonArray list, Function<JsonObject, Integer> port) {
        return list.stream().filter(JsonObject.class::isInstance).map(entry -> event((JsonObject) entry, port))
                .filter(Objects::nonNull).toList();
    }

    /** An entry, null for one that is of no device. */
    private static PortEvent event(JsonObject entry, Function<JsonObject, Integer> port) {
        if (!(entry.getValue("origin") instanceof JsonObject origin)
                || !(entry.getValue("message") instanceof JsonObject message)
                || !(message.getValue("code") instanceof Number code) || code.intValue() < 0
                || code.intValue() > MOST_CODE) {
            return null;
        }
        Integer number = port.apply(origin);
        String mode = String.valueOf(message.getValue("mode")).toLowerCase(Locale.ROOT);
        return number == null || !MODES.contains(mode)
                ? null
                : new PortEvent(number, code.intValue(), mode, TYPES.get(String.valueOf(entry.getValue("severity"))),
                        time(entry.getValue("time")));
    }

    private static Instant time(Object text) {
        try {
            return OffsetDateTime.parse(String.valueOf(text)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
