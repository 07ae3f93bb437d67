package io.greenstack.api.telemetry;

import java.time.Instant;

/**
 * A stored value, or what was made of the values of a window.
 *
 * @param deviceId device
 * @param parameter parameter key
 * @param unit unit symbol, null if none
 * @param timestamp time of the reading, or begin of the window
 * @param value number; null where the status says why
 * @param label text of the value, null if none
 * @param status special status, null if it is an ordinary value; of a window the last one
 * @param window what else is known of a window, null for a single reading
 */
record HistoryPoint(String deviceId, String parameter, String unit, Instant timestamp, Double value, String label,
        String status, WindowFigures window) {

    /** A single reading. */
    HistoryPoint(String deviceId, String parameter, String unit, Instant timestamp, Double value, String label,
            String status) {
        this(deviceId, parameter, unit, timestamp, value, label, status, null);
    }

    SeriesKey series() {
        return new SeriesKey(deviceId, parameter, unit);
    }
}
