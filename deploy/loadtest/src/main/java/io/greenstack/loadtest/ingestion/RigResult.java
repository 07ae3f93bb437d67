package io.greenstack.loadtest.ingestion;

import java.util.Locale;

import io.greenstack.loadtest.generator.LatencySummary;

/**
 * One run of one contender.
 *
 * @param contender who
 * @param devices how many devices sent
 * @param shape what they sent
 * @param messages how many the broker took
 * @param missing of those, how many the store does not have
 * @param sentPerSecond messages a second that the broker took
 * @param perSecond messages a second from the first publication until the store had the last one
 * @param consumerSeconds processor time of the contender for a million values
 * @param storeSeconds that of the store, negative where it is not known
 * @param residentBefore resident megabytes of the contender at the begin
 * @param residentMost at most
 * @param lag from the device to the store, null where it was not measured
 * @param letters what is to be said of dead letters
 */
record RigResult(String contender, int devices, String shape, long messages, long missing, double sentPerSecond,
        double perSecond, double consumerSeconds, double storeSeconds, long residentBefore, long residentMost,
        LatencySummary lag, String letters) {

    static String header() {
        return """
                | who | devices | shape | messages | missing | sent/s | stored/s | consumer CPU s / M values | store | both | RSS MB, most | lag p50, p99 | |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|""";
    }

    String row() {
        return String.format(Locale.ROOT,
                "| %s | %d | %s | %,d | %,d | %,.0f | %,.0f | %.2f | %s | %s | %d, %d | %s | %s |",
                contender, devices, shape, messages, missing, sentPerSecond, perSecond, consumerSeconds,
                storeSeconds < 0 ? "" : String.format(Locale.ROOT, "%.2f", storeSeconds),
                storeSeconds < 0 ? "" : String.format(Locale.ROOT, "%.2f", storeSeconds + consumerSeconds),
                residentBefore, residentMost,
                lag == null
                        ? ""
                        : String.format(Locale.ROOT, "%.1f, %.1f ms", lag.p50() / 1e3, lag.p99() / 1e3),
                letters);
    }
}
