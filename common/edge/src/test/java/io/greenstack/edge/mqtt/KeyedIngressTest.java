package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.MessageHandler;
import io.greenstack.edge.ledger.MessageLedger;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;

/** Messages one by one: in order for each device, and a slow device holds up no other one. */
class KeyedIngressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int ALL = 2_000;

    @TempDir
    Path data;

    private final List<MqttIngress> started = new ArrayList<>();
    private final List<Integer> begun = new CopyOnWriteArrayList<>();
    private final MessageLedger ledger = new MessageLedger();
    private Vertx vertx;
    private TestBroker broker;

    @BeforeEach
    void startBroker() {
        vertx = Vertx.vertx();
        broker = new TestBroker(data, true).start();
    }

    @AfterEach
    void stopAll() throws Exception {
        started.forEach(ingress -> ingress.stop(Duration.ofSeconds(1)));
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        broker.close();
    }

    private MqttIngress start(int held, MessageHandler handler) {
        MqttIngress ingress = MqttIngress.keyed(vertx, TestSettings.plain("127.0.0.1", broker.port(), "keyed-test"),
                new IngressLimits(held, 8L << 20, 50, Duration.ZERO, 1, Duration.ofMillis(20), Duration.ofMillis(100)),
                List.of("devices/+/telemetry"), InboundMessage::topic, message -> {
                    begun.add(number(message));
                    return handler.handle(message);
                }, ledger);
        started.add(ingress);
        ingress.start();
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        return ingress;
    }

    private void publish() throws Exception {
        TestPublisher.publish(vertx, broker.port(), 0, ALL, MqttQoS.AT_LEAST_ONCE);
    }

    private static int number(InboundMessage message) {
        return Integer.parseInt(new String(message.payload(), StandardCharsets.UTF_8));
    }

    /** {@link TestPublisher} spreads the numbers over ten devices. */
    private static List<Integer> of(int device, List<Integer> numbers) {
        return numbers.stream().filter(number -> number % 10 == device).toList();
    }

    private static List<Integer> all(int device) {
        return IntStream.range(0, ALL).boxed().filter(number -> number % 10 == device).toList();
    }

    @Test
    void aSlowDeviceHoldsUpItsOwnMessagesOnly() throws Exception {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        MqttIngress ingress = start(5_000,
                message -> number(message) == 10 ? slow : CompletableFuture.runAsync(() -> {}));
        publish();

        await().atMost(PATIENCE).until(() -> begun.size() == ALL - ALL / 10 + 2);
        assertThat(of(0, begun)).containsExactly(0, 10);
        for (int device = 1; device < 10; device++) {
            assertThat(of(device, begun)).isEqualTo(all(device));
        }
        slow.complete(null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(of(0, begun)).isEqualTo(all(0)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
        assertThat(ingress.status().inFlight()).isZero();
        assertThat(ledger.snapshot().written()).isEqualTo(ALL);
    }

    @Test
    void whatFailsComesAgainBeforeLaterOnesOfItsDevice() throws Exception {
        AtomicInteger failures = new AtomicInteger(3);
        MqttIngress ingress = start(5_000, message -> switch (number(message)) {
            case 13 -> failures.getAndDecrement() > 0
                    ? CompletableFuture.failedFuture(new IllegalStateException("Redis is away"))
                    : CompletableFuture.completedFuture(null);
            case 14 -> {
                if (begun.stream().filter(number -> number == 14).count() == 1) {
                    throw new IllegalStateException("a defect");
                }
                yield CompletableFuture.completedFuture(null);
            }
            default -> CompletableFuture.completedFuture(null);
        });
        publish();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
        assertThat(of(3, begun)).startsWith(3, 13, 13, 13, 13, 23).hasSize(ALL / 10 + 3);
        assertThat(of(4, begun)).startsWith(4, 14, 14, 24).hasSize(ALL / 10 + 1);
        await().atMost(PATIENCE).until(() -> ingress.status().retrying() == 0);
    }

    @Test
    void theBoundHoldsAndWhatWasNotDoneComesToTheNextOne() throws Exception {
        MqttIngress stuck = start(100, message -> new CompletableFuture<>());
        publish();
        await().atMost(PATIENCE).until(() -> stuck.status().paused());
        assertThat(begun).hasSize(10);

        stuck.stop(Duration.ofMillis(50));
        assertThat(stuck.status().inFlight()).isZero();
        begun.clear();
        start(100, message -> CompletableFuture.completedFuture(null));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
        for (int device = 0; device < 10; device++) {
            assertThat(of(device, begun)).isEqualTo(all(device));
        }
    }
}
