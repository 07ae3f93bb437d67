package io.greenstack.core.message;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a time of a device is worth that lies ahead of ours. Beyond a small skew it is a wrong clock: the time of arrival takes
 * its place, so that it never hides or outlives right values, and the skew is told.
 *
 * @param allowed how far ahead a time may lie and still count, 0 or more
 * @param ahead is told of every time that lies further ahead, and by how much; from any thread
 */
public record ClockRule(Duration allowed, Consumer<Duration> ahead) {

    /** A minute, and nobody is told. */
    public static final ClockRule DEFAULT = new ClockRule(Duration.ofMinutes(1), skew -> {});

    public ClockRule {
        if (allowed.isNegative()) {
            throw new IllegalArgumentException("The allowed skew of a clock is 0 or more, not " + allowed);
        }
    }

    /** The time that counts. */
    Timestamp judge(Timestamp claimed, Instant arrival) {
        if (!claimed.time().isAfter(arrival)) {
            return claimed;
        }
        Duration skew = Duration.between(arrival, claimed.time());
        if (skew.compareTo(allowed) <= 0) {
            return claimed;
        }
        ahead.accept(skew);
        return new Timestamp(arrival, false, skew);
    }
}
