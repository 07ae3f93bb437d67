package io.greenstack.localstack.testing;

import java.util.Map;

/**
 * A shared server of the test JVM. Being an MBean with types of the JDK only, it can be reached from every class loader:
 * Quarkus loads tests and their resources with several.
 */
public interface ServerControlMBean {

    int getPort();

    boolean isRunning();

    /** Configuration of the services that use this server, by the names of their environment variables. */
    Map<String, String> getConfiguration();

    /** Starts the server again on the same port, with the data it had. */
    void start();

    /** Has the server stand still (SIGSTOP): it keeps its connections and answers nothing. Thaw it before the test ends. */
    void freeze();

    /** Has a frozen server go on (SIGCONT). */
    void thaw();

    /** Stops the server, to see how its clients cope; start it again before the test ends. */
    void stop();
}
