package io.greenstack.ingestion.influx;

/** The store did not answer, or answered with a failure of its own (5xx). Counts for the breaker. */
class StoreAwayException extends RuntimeException {

    private final boolean timedOut;

    /**
     * @param message what happened
     * @param timedOut whether it was too slow rather than gone
     */
    public StoreAwayException(String message, boolean timedOut) {
        super(message, null, false, false);
        this.timedOut = timedOut;
    }

    /** Whether a smaller request might get through. */
    public boolean timedOut() {
        return timedOut;
    }
}
