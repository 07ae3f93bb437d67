package io.greenstack.localstack.master;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** A device on a port of a {@link StubMaster}: what it is, its process data and its parameters. */
public final class StubDevice {

    private final int vendorId;
    private final int deviceId;
    private final String product;
    private final String serial;
    private final LongFunction<String> input;
    private final AtomicLong readings = new AtomicLong();
    private final Map<String, String> parameters = new ConcurrentHashMap<>();
    private final Map<Integer, String> refusals = new ConcurrentHashMap<>();
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private volatile String output;

    /**
     * @param input process data in hexadecimal, by the number of the reading
     * @param output output data in hexadecimal, null for a device that takes none
     */
    public StubDevice(int vendorId, int deviceId, String product, String serial, LongFunction<String> input,
            String output) {
        this.vendorId = vendorId;
        this.deviceId = deviceId;
        this.product = product;
        this.serial = serial;
        this.input = input;
        this.output = output;
    }

    int vendorId() {
        return vendorId;
    }

    int deviceId() {
        return deviceId;
    }

    String product() {
        return product;
    }

    String serial() {
        return serial;
    }

    String nextInput() {
        return input.apply(readings.incrementAndGet());
    }

    /** How often its process data was read. */
    public long readings() {
        return readings.get();
    }

    /** Its output data, null for none. */
    public String output() {
        return output;
    }

    void output(String hex) {
        output = hex.toUpperCase(Locale.ROOT);
    }

    /** Gives it a parameter. */
    public StubDevice with(int index, String hex) {
        parameters.put(key(index, 0), hex);
        return this;
    }

    /** From now on it refuses to write a parameter, with an error type of IO-Link such as {@code 8030}. */
    public void refuse(int index, String errorType) {
        refusals.put(index, errorType);
    }

    /** A parameter in hexadecimal, null for none. */
    public String parameter(int index, int subindex) {
        return parameters.get(key(index, subindex));
    }

    /** What was written or refused so far, in order: index, colon, octets. */
    public List<String> writes() {
        return List.copyOf(writes);
    }

    /** Why it does not take a parameter, null if it does. */
    String write(int index, int subindex, String hex) {
        writes.add(index + ":" + hex.toUpperCase(Locale.ROOT));
        if (refusals.containsKey(index)) {
            return refusals.get(index);
        }
        parameters.put(key(index, subindex), hex.toUpperCase(Locale.ROOT));
        return null;
    }

    private static String key(int index, int subindex) {
        return index + "/" + subindex;
    }
}
