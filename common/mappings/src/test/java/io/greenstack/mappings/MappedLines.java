package io.greenstack.mappings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What rules make of messages, as lines. */
final class MappedLines {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private MappedLines() {}

    /** What a rule that ships with the suite makes of a message. */
    static List<String> by(String rule, String topic, String payload) {
        CompiledMapping mapping = new CompiledMapping(ReadyMappings.find(rule).orElseThrow(), MappingLimits.DEFAULT);
        if (!mapping.matches(topic)) {
            throw new AssertionError(rule + " has no topic filter for " + topic);
        }
        return lines(mapping.apply(new MappingInput(topic, payload.getBytes(StandardCharsets.UTF_8), NOW)));
    }

    static List<String> lines(MappedMessage message) {
        List<String> lines = new ArrayList<>();
        for (MappedItem item : message.items()) {
            String device = item.device().value() + " ";
            if (item.registration() != null) {
                lines.add(device + "registration " + item.registration());
            }
            if (item.connected() != null) {
                lines.add(device + (item.connected() ? "connected" : "disconnected"));
            }
            item.values().forEach(value -> lines.add(device + value.value().parameter() + "=" + value.value().value()
                    + (value.value().unit() == null ? "" : " " + value.value().unit())
                    + (value.time() == null ? "" : " @" + value.time())));
            item.events().forEach(event -> lines.add(device + "event " + event.code() + " " + event.mode() + " "
                    + event.type() + (event.time() == null ? "" : " @" + event.time())));
            if (item.processData() != null) {
                lines.add(device + "in " + item.processData() + (item.time() == null ? "" : " @" + item.time()));
            }
        }
        message.faults().forEach(fault -> lines.add("fault " + fault.reason() + " " + fault.detail()));
        return lines;
    }
}
