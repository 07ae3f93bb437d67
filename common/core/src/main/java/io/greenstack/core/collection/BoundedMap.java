package io.greenstack.core.collection;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets an entry when it holds more than it may. Not thread-safe. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

    private final int most;

    private BoundedMap(int most, boolean byUse) {
        super(16, 0.75f, byUse);
        this.most = most;
    }

    /** A map that forgets what was put first. */
    public static <K, V> Map<K, V> ofNewest(int most) {
        return new BoundedMap<>(most, false);
    }

    /** A map that forgets what was used longest ago. */
    public static <K, V> Map<K, V> ofUsed(int most) {
        return new BoundedMap<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
