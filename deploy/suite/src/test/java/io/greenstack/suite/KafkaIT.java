package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.greenstack.localstack.server.EmbeddedKafka;
import io.greenstack.localstack.server.EmbeddedQuestDb;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.testing.MqttTestClient;

/**
 * Every number is in Kafka and in the store although ingestion is killed, and Kafka and the store go away in turn. An ingestion of
 * this test's own has topics to itself, so nobody else writes what it might lose.
 */
class KafkaIT {

    private static final int PART = 1_000;
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final String PREFIX = "kafka-devices";
    private static final String DEVICE = "kafka-counter-1";
    private static final String TOPIC = "greenstack.telemetry";
    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.]+)");
    private static final String STORED = "SELECT count() FROM device_telemetry WHERE device_id = '" + DEVICE + "'";

    private static PackagedSuite suite;
    private static EmbeddedKafka kafka;
    private static ServiceProcess ingestion;

    private final Instant first = Instant.now().minusSeconds(100_000);

    @BeforeAll
    static void start() throws Exception {
        suite = PackagedSuite.running();
        kafka = new EmbeddedKafka(ServerSettings.forTests("kafka"), Map.of());
        suite.stack().start(kafka);
        ingestion = suite.stack().anotherIngestion("ingestion-kafka", Map.of("MQTT_TOPIC_PREFIX", PREFIX,
                "KAFKA_ENABLED", "true", "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "GREENSTACK_KAFKA_DELIVERY_TIMEOUT", "6s", "GREENSTACK_KAFKA_REQUEST_TIMEOUT", "3s",
                "GREENSTACK_BREAKER_KAFKA_OPEN_FOR", "1s"));
        suite.stack().start(ingestion);
        suite.awaitReady(ingestion);
    }

    @AfterAll
    static void stop() {
        if (ingestion != null) {
            suite.stack().kill(ingestion);
        }
        if (kafka != null) {
            suite.stack().stop(kafka);
            kafka.close();
        }
    }

    @Test
    void nothing_is_missing_in_either_although_all_of_them_go_away() throws Exception {
        EmbeddedQuestDb store = suite.servers().questDb();
        try (MqttTestClient publisher = suite.mqtt("kafka-counter")) {
            publish(publisher, 0);
            suite.killAndRestart(ingestion);
            publish(publisher, 1);
            suite.awaitReady(ingestion);

            suite.stack().stop(kafka);
            publish(publisher, 2);
            await().atMost(LIMIT).until(() -> !ingestion.isReady());
            suite.killAndRestart(ingestion);
            suite.stack().start(kafka);
            suite.awaitReady(ingestion);

            suite.stack().stop(store);
            publish(publisher, 3);
            await().atMost(LIMIT).until(() -> !ingestion.isReady());
            assertThat(ingestion.isAlive()).isTrue();
            suite.stack().start(store);
            suite.awaitReady(ingestion);
        }

        await().atMost(LIMIT).until(() -> inKafka().size() == 4 * PART);
        await().atMost(LIMIT).until(() -> store.sql().number(STORED) == 4 * PART);
        await().atMost(LIMIT).until(() -> LedgerMetrics.of(ingestion.url()).inFlight() == 0);
        Map<Integer, Integer> seen = inKafka();
        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 4 * PART).boxed().toList());
        System.out.println("records in Kafka more than once: "
                + seen.values().stream().filter(times -> times > 1).count() + " of " + seen.size());
        assertThat(new DeadLetterReader(suite.servers().redis()).of("influx-ingestion", topic())).isEmpty();
        LedgerMetrics ledger = LedgerMetrics.of(ingestion.url());
        assertThat(ledger.accounted()).as("%s", ledger).isEqualTo(ledger.received());
        assertThat(ledger.deadLettered()).isZero();
    }

    private void publish(MqttTestClient publisher, int part) throws Exception {
        List<CompletableFuture<?>> acknowledged = new ArrayList<>();
        for (int number = part * PART; number < (part + 1) * PART; number++) {
            String payload = "{\"parameter\":\"number\",\"value\":" + number + ",\"timestamp\":\""
                    + first.plusSeconds(number) + "\"}";
            acknowledged.add(publisher.send(topic(), payload.getBytes(StandardCharsets.UTF_8), 1, false));
        }
        CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }

    private static String topic() {
        return PREFIX + "/" + DEVICE + "/telemetry";
    }

    /** How often each number is there. */
    private static Map<Integer, Integer> inKafka() {
        Map<Integer, Integer> seen = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(one -> new TopicPartition(TOPIC, one.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    assertThat(record.key()).isEqualTo(DEVICE);
                    Matcher value = VALUE.matcher(record.value());
                    assertThat(value.find()).as(record.value()).isTrue();
                    seen.merge((int) Double.parseDouble(value.group(1)), 1, Integer::sum);
                });
            }
        }
        return seen;
    }
}
