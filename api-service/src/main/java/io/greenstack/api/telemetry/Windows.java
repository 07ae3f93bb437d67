package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the averages of numbers and the last texts of windows together: a text beside numbers has no average. */
final class Windows {

    private Windows() {}

    private record Place(String parameter, String unit, Instant at) {

        static Place of(HistoryPoint point) {
            return new Place(point.parameter(), point.unit(), point.timestamp());
        }
    }

    /** Oldest first; of more than {@code most} the newest. */
    static List<HistoryPoint> merge(List<HistoryPoint> averages, List<HistoryPoint> texts, int most) {
        Set<Place> taken = new HashSet<>();
        averages.forEach(point -> taken.add(Place.of(point)));
        List<HistoryPoint> points = new ArrayList<>(averages);
        texts.stream().filter(point -> !taken.contains(Place.of(point))).forEach(points::add);
        points.sort(Comparator.comparing(HistoryPoint::timestamp));
        return new ArrayList<>(points.subList(Math.max(0, points.size() - most), points.size()));
    }
}
