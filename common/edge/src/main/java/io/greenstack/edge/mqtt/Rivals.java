package io.greenstack.edge.mqtt;

import java.time.Duration;

import io.netty.handler.codec.mqtt.MqttVersion;

/**
 * Finds out that another client uses the same client id, so that each pushes the other out. MQTT 5 says so; in MQTT 3.1.1 the
 * broker only closes the connection, which points there when it happens again and again soon after the connect. Event loop only.
 */
final class Rivals {

    /** Silent ends in a row that are no chance any more. */
    private static final int SILENT = 3;

    private final String clientId;
    private final Duration settled;
    private int silent;

    /**
     * @param clientId the id that must be ours alone
     * @param longestWait longest wait of the other one before it connects again
     */
    Rivals(String clientId, Duration longestWait) {
        this.clientId = clientId;
        this.settled = longestWait.multipliedBy(2);
    }

    /** Whether a connection lasted so long that no rival can have waited for its end. */
    boolean settled(Duration lasted) {
        return lasted.compareTo(settled) > 0;
    }

    /**
     * A connection that had been ready ended.
     *
     * @return what to tell people, null if nothing points to a rival
     */
    String ended(MqttConnection connection, Duration lasted) {
        if (connection.said().takenOver()) {
            return "another client has connected with the client id '" + clientId
                    + "': each pushes the other out for ever."
                    + " Give every service and every replica a client id of its own (MQTT_CLIENT_ID)";
        }
        boolean suspicious = connection.closedSilently() && connection.version() != MqttVersion.MQTT_5
                && !settled(lasted);
        silent = suspicious ? silent + 1 : 0;
        return silent < SILENT
                ? null
                : "the broker has closed " + silent
                        + " connections in a row without a reason soon after they were made:"
                        + " perhaps another client uses the client id '" + clientId
                        + "' too (MQTT_CLIENT_ID), and each pushes the other out";
    }
}
