package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class WindowsTest {

    private static HistoryPoint number(String parameter, int second, double value) {
        return new HistoryPoint(parameter, null, Instant.ofEpochSecond(second), value, null, null);
    }

    private static HistoryPoint text(String parameter, int second, String text) {
        return new HistoryPoint(parameter, null, Instant.ofEpochSecond(second), null, text, null);
    }

    @Test
    void aTextBesideNumbersIsLeftOutAndAParameterOfTextsHasItsSeries() {
        assertThat(Windows.merge(List.of(number("mode", 1, 1.5), number("mode", 3, 2)),
                List.of(text("mode", 1, "Run"), text("batch", 2, "B-7")), 10))
                .containsExactly(number("mode", 1, 1.5), text("batch", 2, "B-7"), number("mode", 3, 2));
    }

    @Test
    void ofMoreThanTheLimitTheNewestStay() {
        assertThat(Windows.merge(List.of(number("a", 1, 1), number("a", 4, 4)),
                List.of(text("b", 2, "x"), text("b", 3, "y")), 2))
                .containsExactly(text("b", 3, "y"), number("a", 4, 4));
    }
}
