package io.greenstack.ingestion.influx;

import java.util.Arrays;
import java.util.Map;

import io.greenstack.core.collection.BoundedMap;

/**
 * Caps the distinct parameters of each device, because every one is a series in the store's index and devices choose the names.
 * Counted in this process since its start, by hash of the name, so a device costs four bytes a parameter. Thread-safe.
 */
final class ParameterCap {

    private static final int MAX_DEVICES = 50_000;
    private static final int[] NONE = {};

    private final int limit;
    private final Map<String, int[]> known = BoundedMap.ofUsed(MAX_DEVICES);

    /** @param limit most distinct parameters of one device */
    public ParameterCap(int limit) {
        this.limit = limit;
    }

    /** Whether the device may have this parameter: it has it already, or there is room for one more. */
    public synchronized boolean admit(String deviceId, String parameter) {
        int[] hashes = known.getOrDefault(deviceId, NONE);
        int hash = parameter.hashCode();
        int position = Arrays.binarySearch(hashes, hash);
        if (position >= 0) {
            return true;
        }
        if (hashes.length >= limit) {
            return false;
        }
        int insert = -position - 1;
        int[] more = Arrays.copyOf(hashes, hashes.length + 1);
        System.arraycopy(hashes, insert, more, insert + 1, hashes.length - insert);
        more[insert] = hash;
        known.put(deviceId, more);
        return true;
    }
}
