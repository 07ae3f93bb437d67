package io.greenstack.api.telemetry;

import io.greenstack.platform.resilience.PeerRejectedException;

/** The time-series store is there and refuses: the question, or the access to it. That is no outage. */
class StoreRefusalException extends PeerRejectedException {

    StoreRefusalException(int status, String message) {
        super(status, message);
    }

    /** True when the store wants another token, whatever is asked. */
    boolean access() {
        return status() == 401 || status() == 403;
    }

    /** True for an answer by which a store refuses a request; time-outs, floods and missing tables are not meant. */
    static boolean means(int status) {
        return status == 400 || status == 401 || status == 403 || status == 413 || status == 422;
    }
}
