package io.greenstack.edge.api;

import java.time.Instant;
import java.util.Map;

import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.message.InboundMessage;

/**
 * The messages over which the api-service fails (5xx) while it takes others. One of them is set aside after
 * {@value #TRIES} such failures, so that it does not hold up its device for ever. While the api-service fails for all, nobody is
 * to blame and everything waits. Not thread-safe.
 */
public final class Suspects {

    /** Failures over a message, each with a success over another one since the one before, after which it is to blame. */
    static final int TRIES = 3;
    private static final int MAX = 1_000;

    private final EdgeApiClient api;
    private final Map<String, Suspect> byDevice = BoundedMap.ofNewest(MAX);

    private record Suspect(Instant receivedAt, int payload, int failures, long taken) {

        boolean is(InboundMessage message) {
            return receivedAt.equals(message.receivedAt()) && payload == message.payload().length;
        }
    }

    /** @param api tells how many requests it has taken */
    public Suspects(EdgeApiClient api) {
        this.api = api;
    }

    /** Whether a message of the device is suspected: it is sent alone, after those of the others. */
    public boolean contains(String device) {
        return byDevice.containsKey(device);
    }

    /** Whether the api-service took a request since it failed over one of them: then it is not away. */
    public boolean proven() {
        long taken = api.taken();
        return byDevice.values().stream().anyMatch(suspect -> taken > suspect.taken());
    }

    /** The api-service failed over this message alone; answers whether it is to blame. */
    public boolean toBlame(String device, InboundMessage message) {
        Suspect known = byDevice.get(device);
        long taken = api.taken();
        if (known == null || !known.is(message)) {
            known = new Suspect(message.receivedAt(), message.payload().length, 0, taken);
        } else if (taken > known.taken()) {
            known = new Suspect(known.receivedAt(), known.payload(), known.failures() + 1, taken);
        }
        byDevice.put(device, known);
        if (known.failures() < TRIES) {
            return false;
        }
        byDevice.remove(device);
        return true;
    }

    /** The api-service took a message of the device. */
    public void clear(String device) {
        byDevice.remove(device);
    }
}
