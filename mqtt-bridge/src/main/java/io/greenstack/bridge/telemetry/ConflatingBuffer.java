package io.greenstack.bridge.telemetry;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.NamedValues;
import io.greenstack.core.message.RawProcessData;

/**
 * The newest telemetry of each device while Redis is away: process data by direction, named values by parameter. A newer
 * value takes the place of an older one, so memory is bounded by the number of devices and not by the length of the
 * outage. Thread-safe.
 */
final class ConflatingBuffer {

    /** Objects around a message; measured roughly, it only has to bound memory. */
    private static final int OVERHEAD_BYTES = 400;

    private final int maxDevices;
    private final long maxBytes;
    private final Map<String, Map<String, Held>> devices = new LinkedHashMap<>();
    private long bytes;
    private long superseded;

    /**
     * @param maxDevices the most devices that are held
     * @param maxBytes about how many octets are held
     */
    ConflatingBuffer(int maxDevices, long maxBytes) {
        this.maxDevices = maxDevices;
        this.maxBytes = maxBytes;
    }

    /** A message and how many values of it are still the newest. */
    private static final class Held {

        private final TelemetryItem item;
        private int values;

        Held(TelemetryItem item) {
            this.item = item;
        }

        int weight() {
            return item.source().payload().length + OVERHEAD_BYTES;
        }

        /** A retained message without a time takes no place that is taken. */
        boolean ageUnknown() {
            return item.source().retained() && !item.message().timestamp().fromDevice();
        }

        boolean newerThan(Held other) {
            return item.message().timestamp().time().isAfter(other.item.message().timestamp().time());
        }
    }

    /**
     * Holds what is newest in a message.
     *
     * @return false if there is no room for it; then nothing was changed
     */
    synchronized boolean offer(TelemetryItem item) {
        String id = item.deviceId().value();
        Map<String, Held> device = devices.get(id);
        Held held = new Held(item);
        if (device == null) {
            if (devices.size() >= maxDevices || bytes + held.weight() > maxBytes) {
                return false;
            }
            device = new LinkedHashMap<>();
            devices.put(id, device);
        } else if (bytes + held.weight() > 2 * maxBytes) {
            return false;
        }
        bytes += held.weight();
        for (String cell : cells(item)) {
            Held old = device.get(cell);
            if (old == null || !held.ageUnknown() && !old.newerThan(held)) {
                device.remove(cell);
                device.put(cell, held);
                held.values++;
                release(old);
            }
        }
        if (held.values == 0) {
            bytes -= held.weight();
            superseded++;
        }
        return true;
    }

    /**
     * Takes out what is held for some devices, those first that wait longest. A message of which only some values are
     * still the newest is cut down to them.
     *
     * @param limit the most devices to take
     */
    synchronized List<TelemetryItem> take(int limit) {
        List<TelemetryItem> items = new ArrayList<>();
        Iterator<Map<String, Held>> waiting = devices.values().iterator();
        for (int i = 0; i < limit && waiting.hasNext(); i++) {
            Map<String, Held> device = waiting.next();
            waiting.remove();
            Map<Held, List<String>> cellsOf = new LinkedHashMap<>();
            device.forEach((cell, held) -> cellsOf.computeIfAbsent(held, h -> new ArrayList<>()).add(cell));
            cellsOf.forEach((held, cells) -> {
                bytes -= held.weight();
                items.add(cut(held.item, cells));
            });
        }
        return items;
    }

    /** How many devices have something waiting. */
    synchronized int size() {
        return devices.size();
    }

    /** How many messages gave way to newer ones since the start. */
    synchronized long superseded() {
        return superseded;
    }

    private void release(Held old) {
        if (old != null && --old.values == 0) {
            bytes -= old.weight();
            superseded++;
        }
    }

    private static List<String> cells(TelemetryItem item) {
        List<String> cells = new ArrayList<>();
        List<NamedValue> values = List.of();
        if (item.message() instanceof RawProcessData data) {
            for (RawProcessData raw = data; raw != null; raw = raw.counterpart()) {
                cells.add("r:" + raw.direction().token());
            }
            values = data.beside();
        } else if (item.message() instanceof NamedValues named) {
            values = named.values();
        }
        values.forEach(value -> cells.add("v:" + value.parameter()));
        return cells;
    }

    private static TelemetryItem cut(TelemetryItem item, List<String> cells) {
        if (!(item.message() instanceof NamedValues named) || cells.size() == named.values().size()) {
            return item;
        }
        List<NamedValue> newest = named.values().stream().filter(value -> cells.contains("v:" + value.parameter()))
                .toList();
        return new TelemetryItem(item.source(), item.deviceId(),
                new NamedValues(newest, named.timestamp(), named.leftOut()));
    }
}
