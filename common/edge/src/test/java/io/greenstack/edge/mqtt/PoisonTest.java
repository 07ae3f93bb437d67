package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.edge.intake.IntakeBatch;
import io.greenstack.edge.intake.IntakeHandler;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.greenstack.edge.testing.Intakes;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;

/** A lane with a message over which its handler fails, from the broker through the real pump. */
class PoisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int POISON = 137;

    @TempDir
    Path data;

    private final MessageLedger ledger = new MessageLedger();
    private final Intakes intakes = new Intakes();
    private final List<Integer> written = Collections.synchronizedList(new ArrayList<>());
    private Vertx vertx;
    private TestBroker broker;
    private MqttIngress ingress;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        broker = new TestBroker(data, true).start();
    }

    @AfterEach
    void stop() throws Exception {
        ingress.stop(Duration.ofSeconds(1));
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        broker.close();
    }

    @Test
    void failingWhileItReadsCostsOneMessage() throws Exception {
        run(batch -> batch.each((index, message) -> {
            int number = RecordingHandler.number(message);
            if (number == POISON) {
                throw new IllegalStateException("cannot be read");
            }
            written.add(number);
            batch.written(index);
        }));

        assertThat(written).doesNotHaveDuplicates();
    }

    @Test
    void failingWhileItWritesCostsOneMessageToo() throws Exception {
        run(this::writeTogether);
    }

    private void writeTogether(IntakeBatch batch) {
        List<Integer> numbers = IntStream.range(0, batch.size()).map(i -> RecordingHandler.number(batch.message(i)))
                .boxed().toList();
        if (numbers.contains(POISON)) {
            throw new ArithmeticException("of the whole batch");
        }
        written.addAll(numbers);
        for (int i = 0; i < batch.size(); i++) {
            batch.written(i);
        }
    }

    private void run(IntakeHandler handler) throws Exception {
        ingress = new MqttIngress(vertx, TestSettings.plain("127.0.0.1", broker.port(), "poison"),
                new IngressLimits(1000, 1 << 20, 100, Duration.ofMillis(20), 1, Duration.ofMillis(20),
                        Duration.ofMillis(100)),
                List.of("devices/+/telemetry"), intakes.intake().handler("test", handler), ledger);
        ingress.start();
        await().atMost(PATIENCE).until(() -> ingress.status().connected());

        TestPublisher.publish(vertx, broker.port(), 0, 400, MqttQoS.AT_LEAST_ONCE);

        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(400, 399, 1, 0, 0, 0)));
        assertThat(intakes.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("internal-error");
            assertThat(letter.deviceId()).isEqualTo("d7");
        });
        assertThat(written).hasSize(399).doesNotContain(POISON);
        for (int device = 0; device < 10; device++) {
            int last = device;
            assertThat(written.stream().filter(number -> number % 10 == last)).isSorted();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
    }
}
