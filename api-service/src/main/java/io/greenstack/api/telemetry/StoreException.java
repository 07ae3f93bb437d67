package io.greenstack.api.telemetry;

/** The time-series store is away or did not answer as it should. */
class StoreException extends RuntimeException {

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
