package io.greenstack.mappings;

import java.time.Duration;

/**
 * What the evaluation of one message may take at most.
 *
 * @param time of a processor until it is given up
 * @param steps evaluated parts of expressions
 * @param depth of calls
 * @param size characters of all texts and elements of all lists that come out of the steps
 * @param items items of {@code for_each}
 * @param values values of the message
 */
public record MappingLimits(Duration time, int steps, int depth, int size, int items, int values) {

    /** 250 ms, 200,000 steps, 100 levels, 4 million characters and elements, 500 items, 5,000 values. */
    public static final MappingLimits DEFAULT = new MappingLimits(Duration.ofMillis(250), 200_000, 100, 4_000_000, 500,
            5_000);
}
