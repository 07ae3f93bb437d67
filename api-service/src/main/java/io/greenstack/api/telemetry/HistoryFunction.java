package io.greenstack.api.telemetry;

/** What is made of the readings of a window. */
enum HistoryFunction {

    /** Arithmetic mean. */
    MEAN,
    /** Smallest value. */
    MIN,
    /** Largest value. */
    MAX,
    /** Value of the first reading. */
    FIRST,
    /** Value of the last reading. */
    LAST,
    /** Number of values. */
    COUNT,
    /** Percentile, between neighbours in proportion. */
    PERCENTILE,
    /** Mean in which each value counts for as long as it held. */
    TIME_WEIGHTED_MEAN,
    /** Change per second, from the reading before the window to the last one in it. */
    RATE,
    /** Seconds for which each state held: labels of enumerations, special states, else the number. */
    TIME_IN_STATE;

    /** Whether a store does it while it reads; the others are made here, of the single readings. */
    boolean byStore() {
        return ordinal() <= COUNT.ordinal();
    }

    /** Whether a reading counts beyond its window, until the next one. */
    boolean holds() {
        return this == TIME_WEIGHTED_MEAN || this == TIME_IN_STATE;
    }
}
