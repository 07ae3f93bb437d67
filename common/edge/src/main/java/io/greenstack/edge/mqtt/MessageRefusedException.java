package io.greenstack.edge.mqtt;

/** A message that cannot be published, whatever the connection: it is to blame itself. Carries no stack trace. */
public final class MessageRefusedException extends RuntimeException {

    /** @param message what is wrong with it, for people */
    public MessageRefusedException(String message) {
        super(message, null, false, false);
    }
}
