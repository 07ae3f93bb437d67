package io.greenstack.bridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.Layouts;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.DeviceTimes;
import io.greenstack.edge.intake.Intake;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.intake.UnusedParts;
import io.greenstack.edge.mqtt.MessageRefusedException;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.layout.LayoutRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Foreign messages on the whole way through the broker and the pipeline into the live view. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class DialectTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisView redis;
    @Inject
    LayoutRegistry layouts;
    @Inject
    Dialects dialects;
    @Inject
    Intake intake;

    private final String name = "m" + UUID.randomUUID().toString().substring(0, 8);
    private MqttTestClient client;

    @BeforeEach
    void connect() {
        client = Broker.connect();
        layouts.markReady().await().atMost(LIMIT);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void ifmProcessDataIsDecodedByTheDescriptionOfThePort() {
        layouts.publish(List.of(Layouts.thermometer(name + ":1"))).await().atMost(LIMIT);

        client.publish("ifm/" + name,
                "{\"data\":{\"iolinkmaster/port[1]/iolinkdevice/pdin\":{\"code\":200,\"data\":\"000A00\"}}}");

        await().atMost(LIMIT).until(() -> redis.value(name + ":1", "temperature") != null);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(redis.hash("device:shadow:" + name + ":1"))
                .containsEntry("connection_state", "connected"));
    }

    @Test
    void anIdentificationOfAMasterRegistersTheDevice() {
        client.publish("gw/devices/" + name + "/identification", "{\"vendorId\":310,\"deviceId\":733}");

        await().atMost(LIMIT).untilAsserted(() -> assertThat(ApiStub.requests(name)).isNotEmpty());
    }

    @Test
    void aSparkplugNodeIsRegisteredAndItsMetricsAreLive() {
        byte[] birth = {0x18, 0, 0x12, 0x0E, 0x0A, 1, 'p', 0x20, 10, 0x69, 0, 0, 0, 0, 0, 0, 0x0C, 0x40};

        client.send("spBv1.0/plant/NBIRTH/" + name, birth, 1, false).join();

        await().atMost(LIMIT).until(() -> Double.valueOf(3.5).equals(redis.value("plant:" + name, "p")));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(ApiStub.requests("plant:" + name)).isNotEmpty());
    }

    @Test
    void whatNoDialectUnderstandsIsADeadLetter() {
        String topic = "ifm/" + name;
        client.publish(topic, "no json");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(redis.deadLetters()).anySatisfy(letter -> assertThat(letter)
                        .containsEntry("topic", topic).containsEntry("reason", "not-json")));
    }

    @Test
    void whatTheBrokerNeverTakesIsADeadLetterAndHoldsUpNothing() throws Exception {
        List<String> taken = new ArrayList<>();
        Publisher refusesTelemetry = publication -> {
            if (publication.topic().endsWith("/telemetry")) {
                return CompletableFuture.failedStage(new MessageRefusedException("not authorized"));
            }
            taken.add(publication.topic() + " " + publication.traceparent().length());
            return CompletableFuture.completedStage(null);
        };
        DialectHandler handler = handler(refusesTelemetry);

        List<Outcome> outcomes = intake.handle("dialect translate", List.of(
                message("ifm/" + name,
                        "{\"data\":{\"iolinkmaster/port[1]/iolinkdevice/pdin\":{\"code\":200,\"data\":\"000A00\"}}}"),
                message("gw/devices/" + name + "/identification", "{\"vendorId\":310,\"deviceId\":733}")),
                handler);

        assertThat(outcomes).containsExactly(Outcome.DEAD_LETTERED, Outcome.WRITTEN);
        assertThat(taken).contains("devices/" + name + "/register 55");
        assertThat(redis.deadLetters()).anySatisfy(letter -> assertThat(letter).containsEntry("topic", "ifm/" + name)
                .containsEntry("reason", "not-publishable"));
    }

    @Test
    void whatWasRetainedIsNoNewsWithoutATimeOfItsOwn() throws Exception {
        List<String> topics = new ArrayList<>();
        DialectHandler handler = handler(publication -> {
            topics.add(publication.topic());
            return CompletableFuture.completedStage(null);
        });

        List<Outcome> outcomes = intake.handle("dialect translate", List.of(
                retained("ifm/" + name,
                        "{\"data\":{\"iolinkmaster/port[1]/iolinkdevice/pdin\":{\"code\":200,\"data\":\"000A00\"}}}"),
                retained("gw/devices/" + name + "/identification", "{\"vendorId\":310,\"deviceId\":733}")),
                handler);

        assertThat(outcomes).containsOnly(Outcome.WRITTEN);
        assertThat(topics).containsExactlyInAnyOrder("devices/" + name + ":1/status", "devices/" + name + "/register");
    }

    private DialectHandler handler(Publisher publisher) {
        return new DialectHandler(dialects, publisher, new UnusedParts(new SimpleMeterRegistry()),
                new DeviceTimes(Duration.ofMinutes(1), new SimpleMeterRegistry()), topic -> false);
    }

    private static InboundMessage message(String topic, String payload) {
        return new InboundMessage(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false, false, Instant.now());
    }

    private static InboundMessage retained(String topic, String payload) {
        return new InboundMessage(topic, payload.getBytes(StandardCharsets.UTF_8), 1, true, false, Instant.now());
    }

    @Test
    void aNodeWithoutABirthIsAskedForOne() {
        String command = "spBv1.0/plant/NCMD/" + name;
        client.subscribe(command);

        client.send("spBv1.0/plant/NDATA/" + name, new byte[]{0x18, 5}, 1, false).join();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(client.received()).anySatisfy(message -> {
            assertThat(message.topic()).isEqualTo(command);
            assertThat(message.payload().getBytes(StandardCharsets.UTF_8)).asString(StandardCharsets.UTF_8)
                    .contains("Node Control/Rebirth");
        }));
    }
}
