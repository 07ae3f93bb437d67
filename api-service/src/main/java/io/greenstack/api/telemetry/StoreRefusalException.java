package io.greenstack.api.telemetry;

import io.greenstack.platform.resilience.PeerRejectedException;

/** The time-series store is there and refuses: the question, or the access to it. That is no outage. */
class StoreRefusalException extends PeerRejectedException {

    private final String trouble;

    StoreRefusalException(int status, String message) {
        this(status, message, status == 401 || status == 403 ? TelemetryStore.ACCESS_REFUSED : null);
    }

    private StoreRefusalException(int status, String message, String trouble) {
        super(status, message);
        this.trouble = trouble;
    }

    /** The store has no such place for data (HTTP 404), whatever is asked. */
    static StoreRefusalException noPlace(String place, String message) {
        return new StoreRefusalException(404, message, TelemetryStore.UNKNOWN_PLACE + place);
    }

    /** What is wrong whatever is asked, for an operator: the store refuses the token, ...; null where it refuses the question. */
    String trouble() {
        return trouble;
    }

    /** True for an answer by which a store refuses a request; time-outs, floods and missing tables are not meant. */
    static boolean means(int status) {
        return status == 400 || status == 401 || status == 403 || status == 413 || status == 422;
    }
}
