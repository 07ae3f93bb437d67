package io.greenstack.loadtest.generator;

import java.util.List;

/**
 * The messages of one device and kind, numbered from 0.
 *
 * @param sent how many were sent, each at least once
 * @param unacknowledged numbers that the broker did not acknowledge; they may be stored or not
 */
public record SentSeries(int sent, List<Integer> unacknowledged) {

    public SentSeries {
        unacknowledged = List.copyOf(unacknowledged);
    }

    /** The largest number that the broker acknowledged, -1 if there is none. */
    public int lastAcknowledged() {
        int last = sent - 1;
        while (last >= 0 && unacknowledged.contains(last)) {
            last--;
        }
        return last;
    }
}
