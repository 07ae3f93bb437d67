package io.greenstack.platform.resilience;

/**
 * The other side is alive and refused this request (HTTP 4xx, Redis error answer). Never counts as a breaker failure, because
 * the next request may well succeed.
 */
public class PeerRejectedException extends RuntimeException {

    private final int status;

    /**
     * @param status HTTP status, or 0 where the protocol has none
     * @param message what the other side said
     */
    public PeerRejectedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status, or 0. */
    public int status() {
        return status;
    }
}
