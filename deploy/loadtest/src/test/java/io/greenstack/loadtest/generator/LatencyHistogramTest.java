package io.greenstack.loadtest.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 129, 255, 256, 999_999, 60_000_000, 3_600_000_000L})
    void one_value_is_its_own_median(long micros) {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.record(micros);
        assertThat(histogram.summary()).isEqualTo(new LatencySummary(1, micros, micros, micros, micros, micros));
    }

    @Test
    void quantiles_are_at_most_one_percent_too_high() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (int micros = 1; micros <= 100_000; micros++) {
            histogram.record(micros);
        }
        LatencySummary summary = histogram.summary();
        assertThat(summary.count()).isEqualTo(100_000);
        assertThat(summary.p50()).isGreaterThanOrEqualTo(50_000).isCloseTo(50_000, withPercentage(1));
        assertThat(summary.p99()).isGreaterThanOrEqualTo(99_000).isCloseTo(99_000, withPercentage(1));
        assertThat(summary.max()).isEqualTo(100_000);
    }

    @Test
    void nothing_recorded_is_all_zero() {
        assertThat(new LatencyHistogram().summary()).isEqualTo(new LatencySummary(0, 0, 0, 0, 0, 0));
    }
}
