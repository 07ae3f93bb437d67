package io.greenstack.edge.mqtt;

/**
 * The connection ended before the broker acknowledged a message that had been sent over it. The broker may have taken it or
 * not, or may have closed the connection because of it. Carries no stack trace.
 */
public final class ConnectionLostException extends RuntimeException {

    /** @param message why it ended, for people */
    public ConnectionLostException(String message) {
        super(message, null, false, false);
    }
}
