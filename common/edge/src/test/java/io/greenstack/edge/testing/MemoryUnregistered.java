package io.greenstack.edge.testing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.greenstack.platform.unregistered.KeptRaw;
import io.greenstack.platform.unregistered.UnregisteredSettings;
import io.greenstack.platform.unregistered.UnregisteredStore;
import io.smallrye.mutiny.Uni;

/** Notes of unregistered devices in memory, with small limits: two devices, three messages and ten octets of each. */
public final class MemoryUnregistered implements UnregisteredStore {

    /** What is noted. */
    public final Map<String, KeptRaw> notes = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** Whether the store is away now. */
    public void away(boolean now) {
        away = now;
    }

    /** Limits that keep data for some time, or none. */
    public static UnregisteredSettings settings(Duration keep) {
        return new UnregisteredSettings() {
            @Override
            public Duration keep() {
                return keep;
            }

            @Override
            public int maxDevices() {
                return 2;
            }

            @Override
            public long maxMessages() {
                return 3;
            }

            @Override
            public long maxOctets() {
                return 10;
            }
        };
    }

    private <T> Uni<T> answer(T value) {
        return away
                ? Uni.createFrom().failure(new IllegalStateException("Redis is away"))
                : Uni.createFrom().item(value);
    }

    @Override
    public Uni<Found> find(Collection<String> devices) {
        Map<String, KeptRaw> found = new HashMap<>(notes);
        found.keySet().retainAll(devices);
        return answer(new Found(notes.size(), found));
    }

    @Override
    public Uni<Void> add(Map<String, KeptRaw> more) {
        return answer(null).invoke(() -> more.forEach((device, note) -> notes.merge(device, note, KeptRaw::plus)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<String, KeptRaw>> all() {
        return answer(Map.copyOf(notes));
    }

    @Override
    public Uni<Void> remove(Map<String, KeptRaw> seen) {
        return answer(null).invoke(() -> seen.forEach(notes::remove)).replaceWithVoid();
    }
}
