package io.greenstack.bridge.traffic;

import java.util.ArrayList;
import java.util.List;

import io.greenstack.core.message.InboundMessage;

/** Messages between two hand-overs; what is too much is only counted. Thread-safe. */
final class TrafficBuffer {

    private static final int MAX_MESSAGES = 100;
    private static final int MAX_OCTETS = 2 << 20;

    private final List<String> messages = new ArrayList<>();
    private int octets;
    private long dropped;

    synchronized void add(InboundMessage message) {
        int size = Math.min(message.payload().length, TrafficMessage.MAX_PAYLOAD);
        if (messages.size() >= MAX_MESSAGES || octets + size > MAX_OCTETS) {
            dropped++;
            return;
        }
        octets += size;
        messages.add(TrafficMessage.of(message));
    }

    /** Everything so far; behind it how much is missing. */
    synchronized List<String> drain() {
        List<String> all = new ArrayList<>(messages);
        if (dropped > 0) {
            all.add(TrafficMessage.dropped(dropped));
        }
        messages.clear();
        octets = 0;
        dropped = 0;
        return all;
    }
}
