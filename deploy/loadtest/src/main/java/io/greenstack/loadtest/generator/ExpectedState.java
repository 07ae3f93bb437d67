package io.greenstack.loadtest.generator;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What a store that keeps only the last message may hold in the end: the last acknowledged one, or one after it that was
 * sent but not acknowledged.
 */
public final class ExpectedState {

    private ExpectedState() {}

    /** Connection states after the status messages. */
    public static Set<String> connectionStates(SentSeries sent) {
        return last(sent, LoadPayloads::state);
    }

    /** Device names after the registrations. */
    public static Set<String> names(String deviceId, SentSeries sent) {
        return last(sent, number -> LoadPayloads.registeredName(deviceId, number));
    }

    /** Whether a twin may hold this number in the end. */
    public static boolean isLast(SentSeries sent, int number) {
        return number >= Math.max(0, sent.lastAcknowledged()) && number < sent.sent();
    }

    private static Set<String> last(SentSeries sent, IntFunction<String> value) {
        Set<String> values = new HashSet<>();
        for (int number = Math.max(0, sent.lastAcknowledged()); number < sent.sent(); number++) {
            values.add(value.apply(number));
        }
        return values;
    }
}
