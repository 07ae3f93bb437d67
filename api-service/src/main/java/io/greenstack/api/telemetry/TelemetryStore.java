package io.greenstack.api.telemetry;

import java.util.List;

/** Reads the history of devices. Implementations block, give up after a time of their own, and fail with {@link StoreException}. */
public interface TelemetryStore {

    /**
     * Points of a device, oldest first; of more than the limit the newest, with one point more than the limit as a sign that
     * there are older ones.
     *
     * @throws StoreException when the store does not answer or refuses
     */
    List<HistoryPoint> history(HistoryQuery query);

    /** Asks whether the store answers; throws {@link StoreException} if not. */
    void ping();
}
