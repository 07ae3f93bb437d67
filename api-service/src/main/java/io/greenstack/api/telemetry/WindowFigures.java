package io.greenstack.api.telemetry;

import java.util.Map;

/**
 * Figures of a window beside its value.
 *
 * @param min smallest value in it, null if it has none
 * @param max largest value in it
 * @param count number of values in it
 * @param states seconds by state, null unless they were asked for
 */
record WindowFigures(Double min, Double max, Long count, Map<String, Double> states) {}
