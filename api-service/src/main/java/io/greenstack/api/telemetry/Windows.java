package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts together what a store says of windows in several answers: numbers in one, the last label and the last status in others. A
 * label beside numbers is left out, since it is no label of their mean.
 */
final class Windows {

    private final HistoryQuery query;
    private final Map<Place, Cells> places = new LinkedHashMap<>();

    Windows(HistoryQuery query) {
        this.query = query;
    }

    private record Place(SeriesKey series, Instant start) {}

    /** What is said of a window, by the name of the column. */
    private static final class Cells {
        private final Map<String, Double> numbers = new HashMap<>(8);
        private String label;
        private String status;
    }

    private Cells at(SeriesKey series, Instant time) {
        return places.computeIfAbsent(new Place(series, query.windowOf(time)), place -> new Cells());
    }

    /** A number of a window: {@code mean}, {@code min}, {@code max}, {@code first}, {@code last} or {@code count}. */
    void number(SeriesKey series, Instant time, String function, double number) {
        at(series, time).numbers.put(function, number);
    }

    /** The last label of a window. */
    void label(SeriesKey series, Instant time, String label) {
        at(series, time).label = label;
    }

    /** The last status of a window. */
    void status(SeriesKey series, Instant time, String status) {
        at(series, time).status = status;
    }

    /** Oldest first; of more than one beyond the limit the newest. */
    List<HistoryPoint> points() {
        List<HistoryPoint> points = new ArrayList<>(places.size());
        String function = query.function().name().toLowerCase(Locale.ROOT);
        places.forEach((place, cells) -> {
            Double count = cells.numbers.get("count");
            boolean counting = query.function() == HistoryFunction.COUNT;
            Double value = counting && count == null ? Double.valueOf(0) : cells.numbers.get(function);
            boolean ofValue = count == null || query.function() == HistoryFunction.LAST;
            points.add(new HistoryPoint(place.series.deviceId(), place.series.parameter(), place.series.unit(),
                    place.start, value, ofValue ? cells.label : null, cells.status,
                    new WindowFigures(cells.numbers.get("min"), cells.numbers.get("max"),
                            count == null ? 0 : count.longValue(), null)));
        });
        return newest(points, query.limit() + 1);
    }

    /** Oldest first; of more than that many the newest. */
    static List<HistoryPoint> newest(List<HistoryPoint> points, int most) {
        points.sort(Comparator.comparing(HistoryPoint::timestamp));
        return new ArrayList<>(points.subList(Math.max(0, points.size() - most), points.size()));
    }
}
