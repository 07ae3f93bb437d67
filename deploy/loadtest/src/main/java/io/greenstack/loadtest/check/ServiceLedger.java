package io.greenstack.loadtest.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message ledger of a service since its start, as its Prometheus metrics show it.
 *
 * @param service name for the report
 */
public record ServiceLedger(String service, long received, long written, long deadLettered, long droppedQos0,
        long requeued, long inFlight) {

    private static final Pattern COUNTER = Pattern
            .compile("greenstack_messages_total\\{[^}]*outcome=\"(\\w+)\"[^}]*} ([0-9.E+]+)");
    private static final Pattern GAUGE = Pattern.compile("greenstack_messages_in_flight(?:\\{[^}]*})? ([0-9.E+]+)");

    /** @param metrics text of {@code /q/metrics} */
    public static ServiceLedger parse(String service, String metrics) {
        Map<String, Long> outcomes = new HashMap<>();
        Matcher counter = COUNTER.matcher(metrics);
        while (counter.find()) {
            outcomes.merge(counter.group(1), (long) Double.parseDouble(counter.group(2)), Long::sum);
        }
        long inFlight = 0;
        Matcher gauge = GAUGE.matcher(metrics);
        while (gauge.find()) {
            inFlight += (long) Double.parseDouble(gauge.group(1));
        }
        return new ServiceLedger(service, outcomes.getOrDefault("received", 0L), outcomes.getOrDefault("written", 0L),
                outcomes.getOrDefault("dead_lettered", 0L), outcomes.getOrDefault("dropped_qos0", 0L),
                outcomes.getOrDefault("requeued", 0L), inFlight);
    }

    /** What keeps the service from having stored all that it received, for people; empty if nothing does. */
    public List<String> open() {
        List<String> open = new ArrayList<>();
        if (!balanced()) {
            open.add("its figures do not add up");
        }
        if (deadLettered > 0) {
            open.add("dead letters: " + deadLettered);
        }
        if (inFlight > 0) {
            open.add("not stored yet: " + inFlight);
        }
        return open;
    }

    /** Whether every received message is accounted for. */
    public boolean balanced() {
        return received == written + deadLettered + droppedQos0 + requeued + inFlight;
    }
}
