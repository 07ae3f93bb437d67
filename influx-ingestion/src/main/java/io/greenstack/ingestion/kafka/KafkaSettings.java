package io.greenstack.ingestion.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Kafka as a second sink. */
@ConfigMapping(prefix = "greenstack.kafka")
public interface KafkaSettings {

    /** Whether decoded values and events go to Kafka too; a message is then acknowledged only after both stores have it. */
    boolean enabled();

    /** Brokers to begin with, as host:port with commas. */
    Optional<String> bootstrapServers();

    /** Topic of values. */
    String telemetryTopic();

    /** Topic of events. */
    String eventsTopic();

    /** How records are compressed: none, gzip, lz4, snappy or zstd; the last three have native code. */
    @WithDefault("none")
    String compression();

    /** Longest time for a batch until all of it is acknowledged; the producer tries again by itself in that time. */
    @WithDefault("20s")
    Duration deliveryTimeout();

    /** Longest time for an answer of a broker. */
    @WithDefault("8s")
    Duration requestTimeout();

    /** Further properties of the producer, such as {@code security.protocol}. */
    Map<String, String> properties();
}
