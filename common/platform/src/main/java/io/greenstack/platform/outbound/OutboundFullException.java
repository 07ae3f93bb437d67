package io.greenstack.platform.outbound;

/** The queue towards the broker holds as many messages or octets as it may. */
public final class OutboundFullException extends RuntimeException {

    private OutboundFullException(String message) {
        super(message, null, false, false);
    }

    static OutboundFullException messages(int limit) {
        return new OutboundFullException("More than " + limit + " messages wait for the MQTT broker");
    }

    static OutboundFullException octets(long limit) {
        return new OutboundFullException("More than " + limit + " octets wait for the MQTT broker");
    }
}
