package io.greenstack.api.telemetry;

import java.time.Instant;

/**
 * A stored value.
 *
 * @param parameter parameter key
 * @param unit unit symbol, null if none
 * @param timestamp time of the reading, or begin of the window
 * @param value number; null where the status says why
 * @param label text of the value, null if none
 * @param status special status, null if it is an ordinary value
 * @param min least number of a window, null for a reading and for texts
 * @param max greatest number of a window, null for a reading and for texts
 */
record HistoryPoint(String parameter, String unit, Instant timestamp, Double value, String label,
        String status, Double min, Double max) {

    /** A reading as it was stored. */
    HistoryPoint(String parameter, String unit, Instant timestamp, Double value, String label, String status) {
        this(parameter, unit, timestamp, value, label, status, null, null);
    }
}
