package io.greenstack.ingestion.influx;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how InfluxDB says that it has stored a request but for the points that lie before the retention of the bucket: {@code
 * partial write: dropped 3 points outside retention policy of duration 72h0m0s - oldest point ... violates a Retention Policy
 * Lower Bound at ...} (2.x), {@code partial write: points beyond retention policy dropped=3} (1.x).
 */
final class PartialWrite {

    private static final Pattern TOO_OLD = Pattern.compile(
            "partial write: (?:dropped (\\d{1,9}) points outside retention policy|points beyond retention policy dropped=(\\d{1,9}))");

    private PartialWrite() {}

    /**
     * How many of the points of a request were too old; all others are stored. Empty if the store says anything else, or drops
     * points for lying ahead as well.
     */
    static OptionalInt tooOld(String message) {
        Matcher matcher = TOO_OLD.matcher(message);
        if (!matcher.find() || message.contains("Upper Bound")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
    }
}
