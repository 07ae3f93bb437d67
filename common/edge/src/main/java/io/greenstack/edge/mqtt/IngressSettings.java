package io.greenstack.edge.mqtt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.platform.config.MqttConfig;

/** Reads the settings of the ingress from the configuration. */
public final class IngressSettings {

    private static final Pattern HOST_AND_PORT = Pattern
            .compile("(?:[a-z]+://)?(\\[[0-9a-fA-F:.]+]|[^:/\\s]+):(\\d{1,5})/?");

    private IngressSettings() {}

    /**
     * How to reach the broker.
     *
     * @throws IllegalArgumentException if the broker is not given as host:port
     */
    public static MqttConnectionSettings connection(MqttConfig config) {
        Matcher broker = HOST_AND_PORT.matcher(config.broker().trim());
        if (!broker.matches()) {
            throw new IllegalArgumentException(
                    "MQTT_BROKER (greenstack.mqtt.broker) must be host:port but is '" + config.broker() + "'");
        }
        String host = broker.group(1).replace("[", "").replace("]", "");
        return new MqttConnectionSettings(host, Integer.parseInt(broker.group(2)), config.clientId(), config.username(),
                config.password(), config.tls(), config.trustCertificate(), config.keepAlive(), config.connectTimeout(),
                Math.toIntExact(config.maxMessageSize().asLongValue()), config.backoffMin(), config.backoffMax());
    }

    /** Bounds and batches. */
    public static IngressLimits limits(MqttConfig.Ingress config) {
        return new IngressLimits(config.queueMessages(), config.queueSize().asLongValue(), config.batchMessages(),
                config.linger(), config.batchesInFlight(), config.retryMin(), config.retryMax());
    }
}
