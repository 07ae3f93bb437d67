package io.greenstack.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.core.processdata.Direction;
import io.greenstack.edge.sink.Reading;
import io.greenstack.edge.sink.SinkMessage;
import io.greenstack.edge.sink.SinkResult;
import io.greenstack.localstack.server.EmbeddedKafka;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.platform.config.BreakerConfig;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/** The sink against a real broker that is killed and comes back. */
class KafkaSinkTest {

    private static final long TIME = 1_772_600_760_123_456_789L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static EmbeddedKafka broker;

    private final String topic = "t-" + UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private KafkaSink sink;

    @BeforeAll
    static void startBroker() {
        broker = new EmbeddedKafka(ServerSettings.forTests("kafka"), Map.of("message.max.bytes", "200000"));
        broker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open() throws Exception {
        KafkaTopics.create(broker.bootstrapServers(), topic, topic + "-events");
        KafkaSettings settings = settings();
        sink = new KafkaSink(new KafkaClients(settings), new KafkaRecords(settings), breaker(),
                new KafkaLedger(metrics));
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void valuesAndEventsAreRecordsOfTheirDevice() throws Exception {
        List<SinkResult> results = sink.write(List.of(new SinkMessage("press-7", List.of(
                new Reading.ProcessData(Direction.IN, "02A1", TIME),
                new Reading.Value("temperature", "°C", 21.5, null, null, TIME),
                new Reading.Value("distance", "mm", Double.NaN, null, "no_data", TIME),
                new Reading.Attribute("serial", "A1", TIME),
                new Reading.DeviceEvent(36_000, "warning", "appears", "Too hot", TIME)))));

        assertThat(results).containsExactly(SinkResult.STORED);
        ConsumerRecord<String, String> values = records(topic).get(0);
        assertThat(values.key()).isEqualTo("press-7");
        assertThat(new String(values.headers().lastHeader("schema").value())).isEqualTo("greenstack.telemetry.v1");
        JsonNode body = JSON.readTree(values.value());
        assertThat(body).isEqualTo(JSON.readTree(
                """
                        {"schema":1,"device_id":"press-7","timestamp":"2026-03-04T05:06:00.123456789Z","values":[
                         {"parameter":"temperature","value":21.5,"unit":"°C"},{"parameter":"distance","unit":"mm","status":"no_data"},
                         {"parameter":"serial","text":"A1"}],"process_data_in":"02A1"}"""));
        ConsumerRecord<String, String> event = records(topic + "-events").get(0);
        assertThat(event.key()).isEqualTo("press-7");
        assertThat(JSON.readTree(event.value())).isEqualTo(JSON.readTree(
                "{\"schema\":1,\"device_id\":\"press-7\",\"timestamp\":\"2026-03-04T05:06:00.123456789Z\",\"code\":36000,"
                        + "\"mode\":\"appears\",\"type\":\"warning\",\"text\":\"Too hot\"}"));
    }

    @Test
    void aRecordThatIsTooLargeCostsOnlyItsMessage() {
        List<SinkResult> results = sink.write(List.of(message("a", 1), new SinkMessage("big",
                List.of(new Reading.Attribute("text", "x".repeat(300_000), TIME))), message("b", 2)));

        assertThat(results.get(0)).isEqualTo(SinkResult.STORED);
        assertThat(results.get(1)).isInstanceOf(SinkResult.Refused.class);
        assertThat(results.get(2)).isEqualTo(SinkResult.STORED);
        assertThat(records(topic)).hasSize(2);
    }

    @Test
    @Timeout(120)
    void nothingIsMissingAfterTheBrokerWasKilled() throws Exception {
        List<SinkMessage> waiting = new ArrayList<>(IntStream.range(0, 3_000).mapToObj(i -> message("d" + i % 7, i))
                .toList());
        write(waiting, 500);
        broker.kill();
        write(waiting, 500);
        // the producer is a new one now and knows no broker: it waits once, not once for each record
        write(waiting, 500);
        assertThat(waiting).as("nothing is stored while it is away").hasSize(2_500);
        broker.start();
        while (!waiting.isEmpty()) {
            write(waiting, 500);
        }

        Map<Integer, Integer> seen = new TreeMap<>();
        for (ConsumerRecord<String, String> record : records(topic)) {
            JsonNode body = JSON.readTree(record.value());
            assertThat(record.key()).isEqualTo("d" + body.at("/values/0/value").asInt() % 7);
            seen.merge(body.at("/values/0/value").asInt(), 1, Integer::sum);
        }
        assertThat(seen.keySet()).containsExactlyElementsOf(IntStream.range(0, 3_000).boxed().toList());
        assertThat(counted("offered")).isEqualTo(counted("acknowledged") + counted("refused") + counted("failed"));
        assertThat(counted("acknowledged")).isEqualTo(3_000);
    }

    @Test
    void aServerWithoutAnAddressOrATimeIsRefusedAtTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KafkaClients(settings(null, 5)))
                .withMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
        assertThatIllegalArgumentException().isThrownBy(() -> new KafkaClients(settings("127.0.0.1:1", 1)))
                .withMessageContaining("delivery-timeout");
    }

    @Test
    void aNameThatCannotBeResolvedNowCostsNoMessage() {
        KafkaSettings settings = settings("kafka.invalid:9092", 5);
        try (KafkaSink away = new KafkaSink(new KafkaClients(settings), new KafkaRecords(settings), breaker(),
                new KafkaLedger(new SimpleMeterRegistry()))) {
            assertThat(away.write(List.of(message("a", 1)))).singleElement().isInstanceOf(SinkResult.Waits.class);
        }
    }

    /** The library keeps breakers by name for the life of the process. */
    private static Breaker breaker() {
        String name = "kafka-" + UUID.randomUUID();
        BreakerConfig.Settings settings = new BreakerConfig.Settings() {
            @Override
            public int failures() {
                return 3;
            }

            @Override
            public Duration openFor() {
                return Duration.ofMillis(200);
            }

            @Override
            public int trials() {
                return 1;
            }
        };
        return new BreakerRegistry(() -> Map.of(name, settings), new SimpleMeterRegistry(),
                CircuitBreakerMaintenance.get()).breaker(name, KafkaSink.AwayException.class::isInstance);
    }

    private double counted(String result) {
        return metrics.get("greenstack.kafka.records").tag("result", result).functionCounter().count();
    }

    private static List<ConsumerRecord<String, String>> records(String topic) {
        return KafkaTopics.records(broker.bootstrapServers(), topic);
    }

    /** Writes the first ones; those that are stored are taken away. */
    private void write(List<SinkMessage> waiting, int most) {
        List<SinkMessage> batch = List.copyOf(waiting.subList(0, Math.min(most, waiting.size())));
        List<SinkResult> results = sink.write(batch);
        for (int i = batch.size() - 1; i >= 0; i--) {
            if (results.get(i) instanceof SinkResult.Stored) {
                waiting.remove(i);
            } else {
                assertThat(results.get(i)).isInstanceOf(SinkResult.Waits.class);
            }
        }
    }

    private static SinkMessage message(String device, int value) {
        return new SinkMessage(device, List.of(new Reading.Value("v", null, value, null, null, TIME + value)));
    }

    private KafkaSettings settings() {
        return settings(broker.bootstrapServers(), 5);
    }

    private KafkaSettings settings(String servers, int deliverySeconds) {
        return new KafkaSettings() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Optional<String> bootstrapServers() {
                return Optional.ofNullable(servers);
            }

            @Override
            public String telemetryTopic() {
                return topic;
            }

            @Override
            public String eventsTopic() {
                return topic + "-events";
            }

            @Override
            public String compression() {
                return "none";
            }

            @Override
            public Duration deliveryTimeout() {
                return Duration.ofSeconds(deliverySeconds);
            }

            @Override
            public Duration requestTimeout() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Map<String, String> properties() {
                return Map.of();
            }
        };
    }
}
