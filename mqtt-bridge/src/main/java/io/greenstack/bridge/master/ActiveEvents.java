package io.greenstack.bridge.master;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.greenstack.bridge.dialect.CanonicalMessages.Event;

/**
 * The events of a device that are active, by its detailed device status (IO-Link interface specification, annex B.2.20): entries of
 * three octets, a qualifier and a code, of which those of zeros are free. What is new has appeared, what is missing has disappeared.
 * Not thread-safe.
 */
final class ActiveEvents {

    /** Index of the detailed device status. */
    static final int INDEX = 37;

    private static final int ENTRY = 3;
    private static final String[] TYPES = {null, "notification", "warning", "error"};

    private record Active(int code, String type) {}

    private Set<Active> active = Set.of();

    /** What changed, in the order of the entries. */
    List<Event> take(byte[] status, Instant time) {
        Set<Active> now = new LinkedHashSet<>();
        for (int at = 0; at + ENTRY <= status.length; at += ENTRY) {
            int code = (status[at + 1] & 0xFF) << 8 | status[at + 2] & 0xFF;
            if (code != 0) {
                now.add(new Active(code, TYPES[status[at] >> 4 & 3]));
            }
        }
        List<Event> changes = new ArrayList<>();
        Set<Active> gone = new HashSet<>(active);
        gone.removeAll(now);
        gone.forEach(event -> changes.add(new Event(event.code(), "disappears", event.type(), time)));
        now.stream().filter(event -> !active.contains(event))
                .forEach(event -> changes.add(new Event(event.code(), "appears", event.type(), time)));
        active = now;
        return changes;
    }
}
