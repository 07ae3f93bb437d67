package io.greenstack.loadtest.generator;

import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** A device: its next numbers and what the broker acknowledged. Thread-safe. */
final class LoadDevice {

    private final String id;
    private final PayloadShape shape;
    private final Map<MessageKind, Series> series = new EnumMap<>(MessageKind.class);
    private Instant lastTime = Instant.EPOCH;

    private static final class Series {
        private int sent;
        private final BitSet acknowledged = new BitSet();
    }

    LoadDevice(String id, PayloadShape shape) {
        this.id = id;
        this.shape = shape;
        for (MessageKind kind : MessageKind.values()) {
            series.put(kind, new Series());
        }
    }

    String id() {
        return id;
    }

    PayloadShape shape() {
        return shape;
    }

    /** The number of the next message of a kind. */
    synchronized int next(MessageKind kind) {
        return series.get(kind).sent++;
    }

    synchronized void acknowledged(MessageKind kind, int number) {
        series.get(kind).acknowledged.set(number);
    }

    /** A time that no other message of this device has: now, at least a microsecond after the last one. */
    synchronized Instant timestamp(Instant now) {
        Instant earliest = lastTime.plusNanos(1_000);
        lastTime = now.isBefore(earliest) ? earliest : now;
        return lastTime;
    }

    synchronized SentSeries sent(MessageKind kind) {
        Series of = series.get(kind);
        BitSet open = new BitSet();
        open.set(0, of.sent);
        open.andNot(of.acknowledged);
        return new SentSeries(of.sent, open.stream().boxed().toList());
    }
}
