package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The permitted ranges of a field, cut to what the field can hold. Ranges that are empty then do not count. */
final class RawRanges {

    private final RawNumber number;
    private final long[] lower;
    private final long[] upper;
    private final String[] names;

    RawRanges(List<ValueRange> ranges, RawNumber number) {
        this.number = number;
        long[] lows = new long[ranges.size()];
        long[] highs = new long[ranges.size()];
        String[] texts = new String[ranges.size()];
        int count = 0;
        for (ValueRange range : ranges) {
            BigDecimal low = number.clamp(range.lower(), false);
            BigDecimal high = number.clamp(range.upper(), true);
            if (low.compareTo(high) <= 0) {
                lows[count] = number.order(number.rawOf(low));
                highs[count] = number.order(number.rawOf(high));
                texts[count++] = range.name();
            }
        }
        this.lower = Arrays.copyOf(lows, count);
        this.upper = Arrays.copyOf(highs, count);
        this.names = Arrays.copyOf(texts, count);
    }

    boolean isEmpty() {
        return lower.length == 0;
    }

    /** Index of the first range with this raw number, preferring one with a name; -1 if there is none. */
    int find(long raw) {
        long order = number.order(raw);
        int found = -1;
        for (int i = 0; i < lower.length; i++) {
            if (order >= lower[i] && order <= upper[i]) {
                if (names[i] != null) {
                    return i;
                }
                found = found < 0 ? i : found;
            }
        }
        return found;
    }

    String name(int index) {
        return names[index];
    }
}
