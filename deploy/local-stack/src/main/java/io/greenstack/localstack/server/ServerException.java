package io.greenstack.localstack.server;

/** An embedded server could not be started; the message is meant for the person at the console. */
public class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
