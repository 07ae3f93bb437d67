package io.greenstack.api.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the history of devices. Implementations block, give up after a time of their own, and fail with
 * {@link StoreException}. All answer the same to the same; {@code TelemetryStoreContract} among the tests says what.
 */
public interface TelemetryStore {

    /** What operators have to know when the store lets this service not in. */
    String ACCESS_REFUSED = "refuses the token of this service (wrong, inactive, or without the right to read)";

    /** What {@link #trouble} begins with while the store does not have the place that the settings name. */
    String UNKNOWN_PLACE = "does not know ";

    /**
     * Readings as they are, oldest first; of more than the limit the newest, with one more than the limit as a sign that there
     * are older ones.
     *
     * @throws StoreException when the store does not answer
     * @throws StoreRefusalException when it refuses the question or the token
     */
    List<HistoryPoint> newest(HistoryQuery query);

    /**
     * Windows with mean, smallest, largest, first or last value or their number, oldest first; the limit as above. A window
     * without any reading is left out, one with special states only has no value.
     *
     * @param query its function is {@linkplain HistoryFunction#byStore() one of the store}
     * @throws StoreException when the store does not answer
     * @throws StoreRefusalException when it refuses the question or the token
     */
    List<HistoryPoint> windows(HistoryQuery query);

    /**
     * All readings as they are, whatever the limit, without keeping them; those of a series oldest first, but for a series that
     * the store has in two layouts, where each part is so.
     *
     * @throws StoreException when the store does not answer, or stops to
     * @throws StoreRefusalException when it refuses the question or the token
     */
    void readings(HistoryQuery query, Consumer<HistoryPoint> each);

    /**
     * Raw process data of a device, without keeping it; that of a direction oldest first.
     *
     * @param from first instant, included
     * @param to last instant, not included
     * @throws StoreException when the store does not answer, or stops to
     * @throws StoreRefusalException when it refuses the question or the token
     */
    void processData(String device, Instant from, Instant to, Consumer<RawReading> each);

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
