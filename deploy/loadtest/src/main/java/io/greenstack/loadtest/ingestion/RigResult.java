package io.greenstack.loadtest.ingestion;

import java.util.Locale;

/**
 * One run of one contender.
 *
 * @param contender who
 * @param devices how many devices sent
 * @param shape what they sent
 * @param messages how many the broker took
 * @param missing of those, how many the store does not have
 * @param perSecond messages a second from the first publication until the store had the last one
 * @param consumerSeconds processor time of the contender for a million values
 * @param storeSeconds that of the store, negative where it is not known
 * @param residentMegabytes resident memory of the contender at most
 */
record RigResult(String contender, int devices, String shape, long messages, long missing, double perSecond,
        double consumerSeconds, double storeSeconds, long residentMegabytes) {

    static String header() {
        return """
                | who | devices | shape | messages | missing | messages/s stored | consumer CPU s / M values | store CPU s / M values | RSS MB |
                |---|---|---|---|---|---|---|---|---|""";
    }

    String row() {
        return String.format(Locale.ROOT, "| %s | %d | %s | %,d | %,d | %,.0f | %.2f | %s | %d |", contender, devices,
                shape,
                messages, missing, perSecond, consumerSeconds,
                storeSeconds < 0 ? "" : String.format(Locale.ROOT, "%.2f", storeSeconds), residentMegabytes);
    }
}
