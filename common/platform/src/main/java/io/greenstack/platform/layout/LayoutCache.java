package io.greenstack.platform.layout;

import java.util.Map;

import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.layout.LayoutLookup;

/**
 * Bounded map of lookups; the device not asked for the longest time goes first.
 * <p>
 * An entry is trusted for some time after it was checked, and only while no announcement can have been missed since: with
 * each (re)subscription to the channel a new generation begins, and entries of an earlier one are checked before use.
 */
final class LayoutCache {

    /**
     * @param lookup what was found, never {@link LayoutLookup.Unavailable}
     * @param digest of the document, null without a document
     * @param checkedAt {@link System#nanoTime()} before it was last read
     * @param generation generation in which it was last read
     */
    record Entry(LayoutLookup lookup, byte[] digest, long checkedAt, long generation) {}

    private final Map<String, Entry> entries;
    private long generation;
    private long invalidations;

    LayoutCache(int capacity) {
        this.entries = BoundedMap.ofUsed(capacity);
    }

    synchronized Entry get(String deviceId) {
        return entries.get(deviceId);
    }

    /** A number to hand to {@link #put} with what is read from now on. */
    synchronized long invalidations() {
        return invalidations;
    }

    synchronized long generation() {
        return generation;
    }

    /** Keeps an entry unless something was invalidated since {@code readAfter}: it may have been read just before. */
    synchronized void put(String deviceId, Entry entry, long readAfter) {
        if (invalidations == readAfter) {
            entries.put(deviceId, entry);
        }
    }

    synchronized void invalidate(String deviceId) {
        invalidations++;
        entries.remove(deviceId);
    }

    /** Begins a new generation: every entry is checked before it is used again. */
    synchronized void distrust() {
        generation++;
    }

    synchronized int size() {
        return entries.size();
    }
}
