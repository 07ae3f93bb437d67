package io.greenstack.api.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which part of a device's history is wanted.
 *
 * @param deviceId device
 * @param parameters parameter keys, empty = all
 * @param from first instant, included
 * @param to last instant, not included
 * @param every length of the windows to average over, null = the readings as they are
 * @param limit most points; of more, the newest are answered
 */
record HistoryQuery(String deviceId, List<String> parameters, Instant from, Instant to, Duration every,
        int limit) {

    public HistoryQuery {
        parameters = List.copyOf(parameters);
    }
}
