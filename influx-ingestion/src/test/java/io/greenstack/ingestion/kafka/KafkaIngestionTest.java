package io.greenstack.ingestion.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.edge.lane.Lanes;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.localstack.server.QuestDbSql;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.QuestDbResource;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.localstack.testing.TestServers;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Kafka and the store are away in turn: nothing is missing in either. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(QuestDbResource.class)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class KafkaIngestionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PART = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Lanes lanes;
    @Inject
    MessageLedger ledger;
    @Inject
    BreakerRegistry breakers;
    @ConfigProperty(name = "greenstack.influx.url")
    String storeUrl;

    private final String device = "k-" + UUID.randomUUID();
    private final Instant begin = Instant.now().minusSeconds(3_600);
    private MqttTestClient client;

    @Test
    void nothingIsMissingInEitherWhileBothAreAwayInTurn() throws Exception {
        await().atMost(PATIENCE).until(() -> lanes.status().get("").connected());
        client = MqttTestClient.connect("127.0.0.1", TestServers.mqtt().getPort(), "test-" + UUID.randomUUID());
        try {
            publish(0);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(inKafka()).hasSize(PART));
            TestServers.kafka().stop();
            publish(PART);
            await().atMost(PATIENCE).until(() -> "open".equals(breakers.breaker("kafka").state().label()));
            await().atMost(PATIENCE).untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503)
                    .body("checks.find { it.name == 'dependencies' }.data.kafka", containsString("down")));
            assertThat(ledger.snapshot().inFlight()).isEqualTo(PART);
            TestServers.kafka().start();
            TestServers.questDb().stop();
            publish(2 * PART);
            await().atMost(PATIENCE).until(() -> "open".equals(breakers.breaker("influx").state().label()));
            TestServers.questDb().start();
            publish(3 * PART);

            await().atMost(PATIENCE).until(() -> ledger.snapshot().inFlight() == 0);
            List<Integer> all = IntStream.range(0, 4 * PART).boxed().toList();
            assertThat(inKafka()).containsExactlyElementsOf(all);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(new QuestDbSql(storeUrl).number(
                    "SELECT count_distinct(value) FROM device_telemetry WHERE device_id = '" + device + "'"))
                    .isEqualTo(4 * PART));
            assertThat(ledger.snapshot().balanced()).isTrue();
            assertThat(ledger.snapshot().deadLettered()).isZero();
        } finally {
            client.close();
        }
    }

    private void publish(int from) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int i = from; i < from + PART; i++) {
            sent.add(client.send("devices/" + device + "/telemetry", ("{\"n\":" + i + ",\"timestamp\":\""
                    + begin.plusMillis(i) + "\"}").getBytes(StandardCharsets.UTF_8), 1, false));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    private Set<Integer> inKafka() throws Exception {
        Set<Integer> numbers = new TreeSet<>();
        for (ConsumerRecord<String, String> record : KafkaTopics.records("127.0.0.1:" + TestServers.kafka().getPort(),
                "greenstack.telemetry")) {
            JsonNode body = JSON.readTree(record.value());
            if (device.equals(record.key())) {
                numbers.add(body.at("/values/0/value").asInt());
            }
        }
        return numbers;
    }
}
