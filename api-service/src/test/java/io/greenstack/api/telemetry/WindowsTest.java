package io.greenstack.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final SeriesKey MODE = new SeriesKey("d", "mode", null);

    private static HistoryQuery query(HistoryFunction function, int limit) {
        return HistoryQuery.readings("d", List.of(), Instant.EPOCH, Instant.ofEpochSecond(100), limit)
                .windows(function, Duration.ofSeconds(10));
    }

    private static HistoryPoint window(int second, Double value, String label, String status, WindowFigures figures) {
        return new HistoryPoint("d", "mode", null, Instant.ofEpochSecond(second), value, label, status, figures);
    }

    @Test
    void figuresAndTextsOfAWindowComeTogetherAndALabelIsNoLabelOfAMean() {
        Windows windows = new Windows(query(HistoryFunction.MEAN, 10));
        windows.number(MODE, Instant.ofEpochSecond(20), "mean", 1.5);
        windows.number(MODE, Instant.ofEpochSecond(20), "min", 1);
        windows.number(MODE, Instant.ofEpochSecond(20), "max", 2);
        windows.number(MODE, Instant.ofEpochSecond(20), "count", 2);
        windows.label(MODE, Instant.ofEpochSecond(20), "Run");
        windows.status(MODE, Instant.ofEpochSecond(10), "no_data");
        assertThat(windows.points()).containsExactly(
                window(10, null, null, "no_data", new WindowFigures(null, null, 0L, null)),
                window(20, 1.5, null, null, new WindowFigures(1.0, 2.0, 2L, null)));
    }

    @Test
    void theLastValueHasItsLabel() {
        Windows windows = new Windows(query(HistoryFunction.LAST, 10));
        windows.number(MODE, Instant.ofEpochSecond(20), "last", 1);
        windows.number(MODE, Instant.ofEpochSecond(20), "count", 1);
        windows.label(MODE, Instant.ofEpochSecond(20), "Run");
        assertThat(windows.points()).extracting(HistoryPoint::label).containsExactly("Run");
    }

    @Test
    void ofMoreThanTheLimitTheNewestStayAndOneTellsThatThereAreOlder() {
        Windows windows = new Windows(query(HistoryFunction.COUNT, 1));
        for (int second : new int[]{30, 10, 20}) {
            windows.number(MODE, Instant.ofEpochSecond(second), "count", 1);
        }
        assertThat(windows.points()).extracting(HistoryPoint::timestamp).containsExactly(Instant.ofEpochSecond(20),
                Instant.ofEpochSecond(30));
    }
}
