package io.greenstack.localstack.server;

import java.util.OptionalLong;

/**
 * A server that this JVM starts and stops. All of them listen on 127.0.0.1 only, keep their data in one folder and can
 * be started again after {@link #stop()}: on the same port and with the same data.
 */
public interface EmbeddedServer extends AutoCloseable {

    /** Address every embedded server is bound to. */
    String HOST = "127.0.0.1";

    /** Name for people: "PostgreSQL", "Redis", "MQTT broker", "QuestDB". */
    String name();

    /**
     * Starts the server and returns when it accepts requests. Does nothing when it runs already.
     *
     * @throws ServerException when it does not come up; the message says what to do
     */
    void start();

    /** Stops the server and keeps its data. Does nothing when it is not running. */
    void stop();

    boolean isRunning();

    /** TCP port; known from the construction on, so that clients can be configured before the start. */
    int port();

    /** Process id while the server runs, empty if it runs within this JVM. */
    default OptionalLong processId() {
        return OptionalLong.empty();
    }

    /** Stops the server and removes its data when they are temporary. */
    @Override
    void close();
}
