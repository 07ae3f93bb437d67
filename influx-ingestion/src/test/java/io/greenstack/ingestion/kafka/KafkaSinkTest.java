package io.greenstack.ingestion.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.core.processdata.Direction;
import io.greenstack.edge.sink.Reading;
import io.greenstack.edge.sink.SinkMessage;
import io.greenstack.edge.sink.SinkResult;
import io.greenstack.platform.config.BreakerConfig;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/** The sink against a real broker that is killed and comes back. */
class KafkaSinkTest {

    private static final long TIME = 1_772_600_760_123_456_789L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;
    private static KafkaBroker broker;

    private final String topic = "t-" + UUID.randomUUID();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private KafkaSink sink;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new KafkaBroker(folder);
        broker.start();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @BeforeEach
    void open() {
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
        ConsumerRecord<String, String> values = broker.records(topic).get(0);
        assertThat(values.key()).isEqualTo("press-7");
        assertThat(new String(values.headers().lastHeader("schema").value())).isEqualTo("greenstack.telemetry.v1");
        JsonNode body = JSON.readTree(values.value());
        assertThat(body).isEqualTo(JSON.readTree(
                """
                        {"schema":1,"device_id":"press-7","timestamp":"2026-03-04T05:06:00.123456789Z","values":[
                         {"parameter":"temperature","value":21.5,"unit":"°C"},{"parameter":"distance","unit":"mm","status":"no_data"},
                         {"parameter":"serial","text":"A1"}],"process_data_in":"02A1"}"""));
        ConsumerRecord<String, String> event = broker.records(topic + "-events").get(0);
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
        assertThat(broker.records(topic)).hasSize(2);
    }

    @Test
    void nothingIsMissingAfterTheBrokerWasKilled() throws Exception {
        List<SinkMessage> waiting = new ArrayList<>(IntStream.range(0, 3_000).mapToObj(i -> message("d" + i % 7, i))
                .toList());
        write(waiting, 500);
        broker.kill();
        write(waiting, 500);
        assertThat(waiting).as("nothing is stored while it is away").hasSize(2_500);
        broker.start();
        while (!waiting.isEmpty()) {
            write(waiting, 500);
        }

        Map<Integer, Integer> seen = new TreeMap<>();
        for (ConsumerRecord<String, String> record : broker.records(topic)) {
            JsonNode body = JSON.readTree(record.value());
            assertThat(record.key()).isEqualTo("d" + body.at("/values/0/value").asInt() % 7);
            seen.merge(body.at("/values/0/value").asInt(), 1, Integer::sum);
        }
        assertThat(seen.keySet()).containsExactlyElementsOf(IntStream.range(0, 3_000).boxed().toList());
        assertThat(records("offered")).isEqualTo(records("acknowledged") + records("refused") + records("failed"));
        assertThat(records("acknowledged")).isEqualTo(3_000);
        System.out.println("records there more than once: " + seen.values().stream().filter(n -> n > 1).count());
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

    private double records(String result) {
        return metrics.get("greenstack.kafka.records").tag("result", result).functionCounter().count();
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
        return new KafkaSettings() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Optional<String> bootstrapServers() {
                return Optional.of(broker.bootstrapServers());
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
                return Duration.ofSeconds(5);
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
