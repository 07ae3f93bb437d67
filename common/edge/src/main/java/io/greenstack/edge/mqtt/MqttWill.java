package io.greenstack.edge.mqtt;

/**
 * What the broker publishes when a connection ends without a goodbye.
 *
 * @param topic topic name
 * @param payload octets; not copied
 * @param qos quality of service, 0 to 2
 * @param retain whether the broker keeps it for later subscribers
 */
public record MqttWill(String topic, byte[] payload, int qos, boolean retain) {}
