package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Windows that are made of single readings; those that a store makes too are compared in {@link TelemetryStoreContract}. */
class WindowReducerTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000);

    private final SeriesReadings readings = new SeriesReadings(new SeriesKey("d", "p", "bar"));

    private void value(double second, double value) {
        readings.add(point(second, value, null, null));
    }

    private void state(double second, String label) {
        readings.add(point(second, 1.0, label, null));
    }

    private static HistoryPoint point(double second, Double value, String label, String status) {
        return new HistoryPoint("d", "p", "bar", Instant.EPOCH.plusNanos((long) (second * 1e9)), value, label, status);
    }

    private List<HistoryPoint> windows(HistoryFunction function, Integer everySeconds, Integer gapSeconds) {
        return new WindowReducer(
                new HistoryQuery(List.of("d"), List.of(), Instant.EPOCH, Instant.ofEpochSecond(40), function,
                        everySeconds == null ? null : Duration.ofSeconds(everySeconds), 75,
                        gapSeconds == null ? null : Duration.ofSeconds(gapSeconds), 100),
                readings, NOW).windows();
    }

    private List<Double> values(HistoryFunction function, Integer everySeconds, Integer gapSeconds) {
        return windows(function, everySeconds, gapSeconds).stream().map(HistoryPoint::value).toList();
    }

    @Test
    void aPercentileLiesBetweenItsNeighbours() {
        for (double value : new double[]{5, 1, 3, 2, 4}) {
            value(value, value);
        }
        assertThat(values(HistoryFunction.PERCENTILE, 10, null)).containsExactly(4.0);
        assertThat(WindowReducer.percentile(new double[]{10, 20}, 25)).isEqualTo(12.5);
        assertThat(WindowReducer.percentile(new double[]{7}, 99)).isEqualTo(7);
        assertThat(WindowReducer.percentile(new double[]{1, 2}, 100)).isEqualTo(2);
    }

    @Test
    void inATimeWeightedMeanAValueCountsForAsLongAsItHeldEvenInWindowsWithoutAReading() {
        value(0, 10);
        value(9, 20);
        value(25, 0);
        assertThat(values(HistoryFunction.TIME_WEIGHTED_MEAN, 10, null)).containsExactly(11.0, 20.0, 10.0, 0.0);
        assertThat(values(HistoryFunction.TIME_WEIGHTED_MEAN, null, null)).singleElement()
                .satisfies(mean -> assertThat(mean).isCloseTo((90 + 320) / 40.0, within(1e-9)));
    }

    @Test
    void aSpecialStateEndsTheTimeOfAValueAndSoDoesAGap() {
        value(0, 10);
        readings.add(point(5, null, null, "no_data"));
        value(30, 20);
        List<HistoryPoint> windows = windows(HistoryFunction.TIME_WEIGHTED_MEAN, 10, null);
        assertThat(windows).extracting(HistoryPoint::value).containsExactly(10.0, null, null, 20.0);
        assertThat(windows).extracting(HistoryPoint::status).containsExactly("no_data", "no_data", "no_data", null);
        assertThat(windows(HistoryFunction.TIME_WEIGHTED_MEAN, 10, 4)).extracting(HistoryPoint::timestamp)
                .containsExactly(Instant.EPOCH, Instant.ofEpochSecond(30));
    }

    @Test
    void aRateGoesOnFromTheReadingBeforeTheWindow() {
        value(1, 100);
        value(5, 120);
        value(15, 170);
        value(16, 160);
        readings.add(point(17, null, null, "no_data"));
        assertThat(values(HistoryFunction.RATE, 10, null)).containsExactly(5.0, 40 / 11.0);
    }

    @Test
    void aSingleReadingHasNoRate() {
        value(1, 100);
        assertThat(values(HistoryFunction.RATE, 10, null)).containsOnlyNulls();
    }

    @Test
    void theTimeInEachStateAddsUpToTheWindow() {
        state(2, "Run");
        state(8, "Stop");
        state(12, "Run");
        readings.add(point(35, null, null, "no_data"));
        assertThat(windows(HistoryFunction.TIME_IN_STATE, 10, null)).extracting(each -> each.window().states())
                .containsExactly(Map.of("Run", 6.0, "Stop", 2.0), Map.of("Stop", 2.0, "Run", 8.0), Map.of("Run", 10.0),
                        Map.of("Run", 5.0, "no_data", 5.0));
    }

    @Test
    void truthValuesAreStatesToo() {
        value(0, 1);
        value(30, 0);
        assertThat(windows(HistoryFunction.TIME_IN_STATE, null, null).get(0).window().states())
                .isEqualTo(Map.of("1", 30.0, "0", 10.0));
    }

    @Test
    void nothingHoldsBeyondThePresent() {
        value(0, 1);
        HistoryQuery query = HistoryQuery.readings("d", List.of(), Instant.EPOCH, Instant.ofEpochSecond(40), 10)
                .windows(HistoryFunction.TIME_IN_STATE, null);
        assertThat(new WindowReducer(query, readings, Instant.ofEpochSecond(3)).windows().get(0).window().states())
                .isEqualTo(Map.of("1", 3.0));
    }

    @Test
    void readingsOfTwoLayoutsArePutInOrder() {
        value(20, 3);
        value(30, 4);
        value(0, 1);
        value(10, 2);
        readings.sort();
        assertThat(values(HistoryFunction.LAST, 10, null)).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(windows(HistoryFunction.MEAN, 100, null).get(0).window())
                .isEqualTo(new WindowFigures(1.0, 4.0, 4L, null));
    }
}
