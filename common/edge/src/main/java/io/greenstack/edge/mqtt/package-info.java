/**
 * MQTT ingress that acknowledges a QoS 1 message only after the message has reached durable storage.
 *
 * <p>
 * The stock connector acknowledges before application code runs, so a crash loses whatever was buffered. This package
 * replaces it for inbound traffic: {@link io.greenstack.edge.mqtt.MqttIngress} takes messages into a bounded queue,
 * hands them in batches to a {@link io.greenstack.edge.mqtt.BatchHandler} on a worker thread, and sends PUBACK once the
 * handler has said where each message went.
 */
package io.greenstack.edge.mqtt;

import io.greenstack.edge.intake.BatchHandler;
