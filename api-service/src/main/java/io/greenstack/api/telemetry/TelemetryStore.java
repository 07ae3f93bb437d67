package io.greenstack.api.telemetry;

import java.util.List;

/** Reads the history of devices. Implementations block, give up after a time of their own, and fail with {@link StoreException}. */
public interface TelemetryStore {

    /** What operators have to know when the store lets this service not in. */
    String ACCESS_REFUSED = "refuses the token of this service (wrong, inactive, or without the right to read)";

    /** What {@link #trouble} begins with while the store does not have the place that the settings name. */
    String UNKNOWN_PLACE = "does not know ";

    /**
     * Points of a device, oldest first; of more than the limit the newest, with one point more than the limit as a sign that
     * there are older ones.
     *
     * @throws StoreException when the store does not answer
     * @throws StoreRefusalException when it refuses the question or the token
     */
    List<HistoryPoint> history(HistoryQuery query);

    /**
     * Asks whether the store answers; throws {@link StoreException} if not, {@link StoreRefusalException} if it refuses the
     * token.
     */
    void ping();

    /**
     * Asks whether history can be read.
     *
     * @return null when it can, else what operators have to change
     * @throws StoreException when the store does not answer
     */
    default String trouble() {
        try {
            ping();
            return null;
        } catch (StoreRefusalException e) {
            return e.trouble() != null ? e.trouble() : "refuses the simplest question: " + e.getMessage();
        }
    }
}
