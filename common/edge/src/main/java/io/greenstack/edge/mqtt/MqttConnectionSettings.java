package io.greenstack.edge.mqtt;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How to reach the broker.
 *
 * @param host broker name or address; with TLS the certificate must carry it
 * @param port TCP port, 1 to 65535
 * @param clientId fixed per replica: the broker keeps the persistent session under it (1 to 65535 bytes of UTF-8)
 * @param username empty for anonymous
 * @param password used only with a user name
 * @param tls whether to use TLS, with host name verification
 * @param trustCertificate path of a PEM file with the CA to trust instead of the JVM's own list
 * @param keepAlive longest silence towards the broker, 1 s to 65535 s (MQTT 3.1.1, 3.1.2.10)
 * @param connectTimeout time allowed from the TCP connect until the SUBACK
 * @param maxMessageBytes largest packet that is decoded at first try; see {@link MqttIngress} for larger ones
 * @param backoffMin first wait before a reconnect
 * @param backoffMax longest wait before a reconnect
 */
public record MqttConnectionSettings(String host, int port, String clientId, Optional<String> username,
        Optional<String> password, boolean tls, Optional<String> trustCertificate, Duration keepAlive,
        Duration connectTimeout, int maxMessageBytes, Duration backoffMin, Duration backoffMax) {

    /** Checks the ranges. */
    public MqttConnectionSettings {
        Objects.requireNonNull(host, "host");
        if (clientId == null || clientId.isBlank()) {
            throw new IllegalArgumentException("A persistent session needs a fixed client id");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Broker port must be 1 to 65535 but is " + port);
        }
        if (keepAlive.toSeconds() < 1 || keepAlive.toSeconds() > 65_535) {
            throw new IllegalArgumentException("Keep-alive must be 1 s to 65535 s but is " + keepAlive);
        }
    }

    /** The same for another connection of this service. */
    public MqttConnectionSettings as(String suffix) {
        return with(clientId + "-" + suffix);
    }

    /** The same for another client id. */
    public MqttConnectionSettings with(String otherClientId) {
        return new MqttConnectionSettings(host, port, otherClientId, username, password, tls, trustCertificate,
                keepAlive,
                connectTimeout, maxMessageBytes, backoffMin, backoffMax);
    }
}
