package io.greenstack.loadtest.generator;

/**
 * When messages of a kind are due: evenly, independent of how long sending them takes. Latency counted from the due time
 * contains the wait that a stalled sender would otherwise hide.
 */
final class Schedule {

    private final MessageKind kind;
    private final double nanosPerMessage;
    private final long count;
    private long next;

    /**
     * @param rate messages per second
     * @param durationNanos length of the run
     */
    Schedule(MessageKind kind, double rate, long durationNanos) {
        this.kind = kind;
        this.nanosPerMessage = 1e9 / rate;
        this.count = (long) Math.ceil(durationNanos / nanosPerMessage);
    }

    MessageKind kind() {
        return kind;
    }

    boolean finished() {
        return next >= count;
    }

    /** Due time of the next message in nanoseconds after the start; unlimited when there is none. */
    long dueNanos() {
        return finished() ? Long.MAX_VALUE : (long) (next * nanosPerMessage);
    }

    /** Index of the message that is sent now. */
    long take() {
        return next++;
    }
}
