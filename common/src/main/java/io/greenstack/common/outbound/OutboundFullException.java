package io.greenstack.common.outbound;

/** The queue towards the broker holds as many messages as it may. */
public final class OutboundFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboundFullException(int limit) {
        super("More than " + limit + " messages wait for the MQTT broker", null, false, false);
    }
}
