package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.greenstack.localstack.server.EmbeddedKafka;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.testing.MqttTestClient;

/**
 * The profile {@code kafka} of Compose without its containers: a broker that the image's own class configures out of the environment
 * in {@code docker-compose.yml}, and an ingestion with the variables that the profile's comment names.
 */
class ComposeKafkaIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String PREFIX = "compose-kafka-devices";
    private static final String DEVICE = "compose-kafka-1";
    private static final Pattern VARIABLE = Pattern.compile("(?m)^      (KAFKA_[A-Z_]+): (.*)$");
    private static final Pattern COMMAND = Pattern
            .compile("# ((?:KAFKA_[A-Z_]+=\\S+ )+)docker compose --profile kafka up");

    private static PackagedSuite suite;
    private static EmbeddedKafka kafka;
    private static ServiceProcess ingestion;
    private static String forReaders;

    @BeforeAll
    static void start() throws Exception {
        String compose = Observability.text(Observability.ROOT.resolve("docker-compose.yml"));
        int services = Ports.free();
        int readers = Ports.free();
        ServerSettings settings = ServerSettings.forTests("compose-kafka", services);
        Map<String, String> here = new LinkedHashMap<>();
        here.put("${KAFKA_PORT:-9094}", Integer.toString(readers));
        here.put("kafka:9092", "127.0.0.1:" + services);
        here.put("//:9092", "//127.0.0.1:" + services);
        here.put("//:9094", "//127.0.0.1:" + readers);
        here.put("localhost:9093", "localhost:" + Ports.free());
        here.put("/var/lib/kafka/data", settings.folder().resolve("data").toString());
        suite = PackagedSuite.running();
        kafka = EmbeddedKafka.asContainer(settings, onThisMachine(variables(compose), here));
        forReaders = "localhost:" + readers;
        suite.stack().start(kafka);

        Map<String, String> of = onThisMachine(command(compose), here);
        assertThat(of).containsEntry("KAFKA_ENABLED", "true").containsEntry("KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers());
        of.put("MQTT_TOPIC_PREFIX", PREFIX);
        ingestion = suite.stack().anotherIngestion("ingestion-compose-kafka", of);
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

    private static Map<String, String> variables(String compose) {
        String service = compose.substring(compose.indexOf("\n  kafka:\n"));
        service = service.substring(0, service.indexOf("\n    healthcheck:"));
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = VARIABLE.matcher(service);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2).replace("\"", ""));
        }
        assertThat(found).hasSizeGreaterThan(10);
        return found;
    }

    /** What has to stand before the command that starts the profile. */
    private static Map<String, String> command(String compose) {
        Matcher matcher = COMMAND.matcher(compose);
        assertThat(matcher.find()).isTrue();
        Map<String, String> found = new LinkedHashMap<>();
        for (String one : matcher.group(1).trim().split(" ")) {
            found.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        String service = compose.substring(compose.indexOf("\n  influx-ingestion:\n"));
        assertThat(service.substring(0, service.indexOf("    volumes:"))).as("passed on to the service")
                .contains(found.keySet().stream().map(name -> "      " + name + ":\n").toList());
        return found;
    }

    private static Map<String, String> onThisMachine(Map<String, String> variables, Map<String, String> here) {
        Map<String, String> changed = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            String text = value;
            for (Map.Entry<String, String> one : here.entrySet()) {
                text = text.replace(one.getKey(), one.getValue());
            }
            changed.put(name, text);
        });
        return changed;
    }

    @Test
    void values_and_events_are_in_their_topics_for_readers_on_the_machine() throws Exception {
        try (MqttTestClient publisher = suite.mqtt("compose-kafka")) {
            publish(publisher, "telemetry", "{\"temperature\":42.5}");
            publish(publisher, "events",
                    "{\"code\":36000,\"mode\":\"appears\",\"type\":\"warning\"}");
        }

        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(Map.of("bootstrap.servers", forReaders),
                new StringDeserializer(), new StringDeserializer())) {
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(records(reader, "greenstack.telemetry")).singleElement().satisfies(
                        record -> assertThat(record.value()).contains("\"temperature\"", "42.5"));
                assertThat(records(reader, "greenstack.events")).singleElement().satisfies(
                        record -> assertThat(record.value()).contains("36000", "warning"));
            });
            assertThat(records(reader, "greenstack.telemetry")).allMatch(record -> DEVICE.equals(record.key()));
            assertThat(reader.partitionsFor("greenstack.telemetry")).hasSize(6);
        }
    }

    private static void publish(MqttTestClient publisher, String kind, String payload) throws Exception {
        publisher.send(PREFIX + "/" + DEVICE + "/" + kind, payload.getBytes(StandardCharsets.UTF_8), 1, false).get();
    }

    private static List<ConsumerRecord<String, String>> records(KafkaConsumer<String, String> reader, String topic) {
        List<ConsumerRecord<String, String>> all = new ArrayList<>();
        List<PartitionInfo> known = reader.listTopics().getOrDefault(topic, List.of());
        List<TopicPartition> partitions = known.stream().map(one -> new TopicPartition(topic, one.partition()))
                .collect(Collectors.toList());
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        while (partitions.stream().anyMatch(one -> reader.position(one) < ends.get(one))) {
            reader.poll(Duration.ofMillis(200)).forEach(all::add);
        }
        return all;
    }
}
