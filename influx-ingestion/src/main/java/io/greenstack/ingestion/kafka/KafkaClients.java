package io.greenstack.ingestion.kafka;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the clients of Kafka. The producer is idempotent and waits for all replicas that are in step. */
final class KafkaClients {

    private static final int LINGER_MILLIS = 5;

    private final KafkaSettings settings;

    /** @throws IllegalArgumentException if Kafka is on and a setting is missing or fits no other */
    KafkaClients(KafkaSettings settings) {
        this.settings = settings;
        if (settings.enabled()) {
            servers();
            if (settings.deliveryTimeout().compareTo(settings.requestTimeout().plusMillis(LINGER_MILLIS)) < 0) {
                throw new IllegalArgumentException("greenstack.kafka.delivery-timeout, " + settings.deliveryTimeout()
                        + ", must be longer than greenstack.kafka.request-timeout, " + settings.requestTimeout());
            }
        }
    }

    private String servers() {
        return settings.bootstrapServers().filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(
                        "greenstack.kafka.bootstrap-servers (KAFKA_BOOTSTRAP_SERVERS) is needed where Kafka is on"));
    }

    private Map<String, Object> common() {
        Map<String, Object> properties = new HashMap<>(settings.properties());
        properties.put("bootstrap.servers", servers());
        properties.putIfAbsent("client.id", "greenstack-ingestion");
        properties.putIfAbsent("reconnect.backoff.max.ms", 2_000);
        return properties;
    }

    Producer<String, byte[]> producer() {
        Map<String, Object> properties = common();
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("max.in.flight.requests.per.connection", 5);
        properties.put("compression.type", settings.compression());
        properties.put("delivery.timeout.ms", (int) settings.deliveryTimeout().toMillis());
        properties.put("request.timeout.ms", (int) settings.requestTimeout().toMillis());
        properties.put("max.block.ms", settings.requestTimeout().toMillis());
        properties.put("linger.ms", LINGER_MILLIS);
        properties.putIfAbsent("batch.size", 128 * 1024);
        properties.putIfAbsent("buffer.memory", 16L << 20);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        Map<String, Object> properties = common();
        properties.put("request.timeout.ms", 1_500);
        properties.put("default.api.timeout.ms", 1_900);
        return Admin.create(properties);
    }
}
