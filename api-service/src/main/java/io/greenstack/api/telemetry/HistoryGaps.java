package io.greenstack.api.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Shows silence: a point without a value, where a series said nothing for longer than a gap may be. */
final class HistoryGaps {

    private HistoryGaps() {}

    static List<History.Point> marked(List<HistoryPoint> points, HistoryQuery query) {
        Duration length = query.function() == null || query.every() == null ? Duration.ZERO : query.every();
        List<History.Point> marked = new ArrayList<>(points.size());
        Instant heard = null;
        for (HistoryPoint point : points) {
            if (heard != null && query.gap() != null
                    && Duration.between(heard, point.timestamp()).compareTo(query.gap()) > 0) {
                marked.add(History.Point.gap(length.isZero() ? heard.plus(query.gap()) : heard));
            }
            marked.add(History.Point.of(point));
            heard = point.timestamp().plus(length);
        }
        return marked;
    }
}
