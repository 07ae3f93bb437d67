package io.greenstack.edge.mqtt;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;

/** Gauges of an ingress; no tag carries a device id or topic, so their number is fixed. */
final class IngressMetrics {

    private IngressMetrics() {}

    static void bind(MqttIngress ingress, MeterRegistry registry, Iterable<Tag> tags) {
        gauge(ingress, registry, tags, "greenstack.mqtt.connected", "1 while connected and subscribed",
                i -> i.status().connected() ? 1 : 0);
        gauge(ingress, registry, tags, "greenstack.mqtt.paused",
                "1 while reading is suspended because the bound is reached",
                i -> i.status().paused() ? 1 : 0);
        gauge(ingress, registry, tags, "greenstack.mqtt.retrying", "Batches that wait for a dependency",
                i -> i.status().retrying());
        gauge(ingress, registry, tags, "greenstack.mqtt.queued", "Messages that wait for a worker",
                i -> i.status().queued());
        gauge(ingress, registry, tags, "greenstack.mqtt.held.bytes", "Bytes of the messages held",
                MqttIngress::heldBytes);
        gauge(ingress, registry, tags, "greenstack.mqtt.unacknowledged",
                "QoS 1 messages without PUBACK on this connection",
                i -> i.status().unacknowledged());
        Gauge.builder("greenstack.mqtt.oldest.age", ingress, i -> i.status().oldestMs() / 1000.0).tags(tags)
                .baseUnit("seconds")
                .description("How long the oldest QoS 1 message without PUBACK has waited, 0 if none")
                .register(registry);
        FunctionCounter.builder("greenstack.mqtt.connects", ingress, i -> i.status().connects()).tags(tags)
                .description("Successful connections since the start").register(registry);
    }

    private static void gauge(MqttIngress ingress, MeterRegistry registry, Iterable<Tag> tags, String name,
            String description,
            ToDoubleFunction<MqttIngress> value) {
        Gauge.builder(name, ingress, value).tags(tags).description(description).register(registry);
    }
}
