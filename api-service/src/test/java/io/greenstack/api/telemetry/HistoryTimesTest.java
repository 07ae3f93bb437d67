package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTimesTest {

    @ParameterizedTest
    @CsvSource({"PT1H, 400, PT10S", "PT24H, 1000, PT2M", "P90D, 500, PT6H", "P3650D, 10, P406D", "PT0.01S, 2, PT0.01S"})
    void lengthsOfWindowsAreRoundAndFitTheBudget(Duration range, int budget, Duration length) {
        assertThat(HistoryTimes.windows(range, budget)).isEqualTo(length);
        assertThat(range.dividedBy(length) + 1).isLessThanOrEqualTo(budget);
    }
}
