package io.greenstack.core.message;

import java.util.Locale;

/**
 * A device's connection state.
 *
 * @param state the state
 * @param timestamp since when; a last will has none of its own, so this is its arrival
 * @param session what the device calls this connection, null if it does not say; the same in its last will, so that the
 *        will of an older connection can be told
 * @param leftOut what of it has no place
 */
public record StatusMessage(ConnectionState state, Timestamp timestamp, String session, LeftOut leftOut) {

    /** A status of which all is kept. */
    public StatusMessage(ConnectionState state, Timestamp timestamp, String session) {
        this(state, timestamp, session, LeftOut.NOTHING);
    }

    /** Whether a device is connected to the broker. */
    public enum ConnectionState {
        /** The device said it is there. */
        CONNECTED,
        /** The device said goodbye, or its last will did. */
        DISCONNECTED;

        /** {@code connected} or {@code disconnected}, as in payloads and in Redis. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
