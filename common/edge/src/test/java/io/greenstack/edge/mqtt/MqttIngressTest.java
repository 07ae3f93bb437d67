package io.greenstack.edge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.greenstack.edge.intake.BatchHandler;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.edge.ledger.LedgerSnapshot;
import io.greenstack.edge.ledger.MessageLedger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;

/**
 * The ingress against a real broker: nothing is lost, and no message of a device overtakes another of it, whatever fails. Across
 * topics MQTT promises no order (MQTT-4.6.0-6), and Artemis makes use of it for the first message of a topic.
 */
class MqttIngressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> FILTERS = List.of("devices/+/telemetry");

    @TempDir
    Path data;

    private final List<MqttIngress> started = new ArrayList<>();
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

    @Test
    void storesAndAcknowledgesInOrder() throws Exception {
        RecordingHandler handler = new RecordingHandler();
        MqttIngress ingress = start(limits(1000, 100, 1), handler);
        awaitConnected(ingress);

        TestPublisher.publish(vertx, broker.port(), 0, 1000, MqttQoS.AT_LEAST_ONCE);

        await().atMost(PATIENCE).untilAsserted(
                () -> assertStoredInOrder(handler, 0, 1000));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
        assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(1000, 1000, 0, 0, 0, 0));
        assertThat(handler.largestBatch()).isLessThanOrEqualTo(100);
        assertThat(ingress.status().unacknowledged()).isZero();
    }

    @Test
    void redeliversEverythingAfterACrashBeforeTheWrite() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Vertx doomed = Vertx.vertx();
        MessageLedger lost = new MessageLedger();
        MqttIngress crashing = new MqttIngress(doomed, settings(), limits(1000, 10, 1), FILTERS, batch -> {
            never.await();
            return Collections.nCopies(batch.size(), Outcome.WRITTEN);
        }, lost);
        crashing.start();
        awaitConnected(crashing);
        TestPublisher.publish(vertx, broker.port(), 0, 100, MqttQoS.AT_LEAST_ONCE);
        await().atMost(PATIENCE).until(() -> lost.snapshot().inFlight() == 100);

        doomed.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        RecordingHandler handler = new RecordingHandler();
        start(limits(1000, 100, 1), handler);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertStoredInOrder(handler, 0, 100));
        never.countDown();
    }

    @Test
    void survivesABurstFarAboveItsBound() throws Exception {
        CountDownLatch full = new CountDownLatch(1);
        RecordingHandler handler = new RecordingHandler(() -> {
            try {
                return full.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        ? null
                        : new IllegalStateException("not full");
            } catch (InterruptedException e) {
                return new IllegalStateException(e);
            }
        });
        MqttIngress ingress = start(limits(300, 50, 1), handler);
        awaitConnected(ingress);
        AtomicInteger mostHeld = new AtomicInteger();
        long sampler = vertx.setPeriodic(1,
                id -> mostHeld.accumulateAndGet(ingress.status().inFlight(), Math::max));

        TestPublisher.publish(vertx, broker.port(), 0, 5000, MqttQoS.AT_LEAST_ONCE, "x".repeat(200));

        await("reading is suspended").atMost(PATIENCE).until(() -> ingress.status().paused());
        full.countDown();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handler.stored()).hasSize(5000));
        vertx.cancelTimer(sampler);
        assertStoredInOrder(handler, 0, 5000);
        assertThat(mostHeld.get()).as("bound plus what one read brought").isLessThan(300 + 65_536 / 200);
        assertThat(ingress.status().connects()).isOne();
        assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(5000, 5000, 0, 0, 0, 0));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
    }

    @Test
    void staysConnectedWhilePausedForLongerThanTheKeepAlive() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        RecordingHandler handler = new RecordingHandler(() -> down.get() ? new PauseException("store is away") : null);
        MqttConnectionSettings base = settings();
        MqttConnectionSettings quick = new MqttConnectionSettings(base.host(), base.port(), base.clientId(),
                base.username(), base.password(), false, Optional.empty(), Duration.ofSeconds(1), base.connectTimeout(),
                base.maxMessageBytes(), base.backoffMin(), base.backoffMax());
        MqttIngress ingress = start(quick, limits(50, 50, 1), handler);
        awaitConnected(ingress);
        TestPublisher.publish(vertx, broker.port(), 0, 500, MqttQoS.AT_LEAST_ONCE);
        await().atMost(PATIENCE).until(() -> ingress.status().paused());

        await().during(Duration.ofSeconds(4)).atMost(PATIENCE)
                .until(() -> ingress.status().connected() && ingress.status().paused());
        assertThat(broker.backlog()).as("nothing is acknowledged").isEqualTo(500);
        down.set(false);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertStoredInOrder(handler, 0, 500));
        assertThat(ingress.status().connects()).isOne();
    }

    @Test
    void repeatsTheSameBatchWhileTheStoreIsAway() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        RecordingHandler handler = new RecordingHandler(() -> down.get() ? new IllegalStateException("refused") : null);
        MqttIngress ingress = start(limits(10_000, 100, 1), handler);
        MeterRegistry meters = new SimpleMeterRegistry();
        ingress.bindTo(meters);
        awaitConnected(ingress);

        TestPublisher.publish(vertx, broker.port(), 0, 400, MqttQoS.AT_LEAST_ONCE);
        await().atMost(PATIENCE).until(() -> handler.calls() >= 3);
        assertThat(handler.stored()).isEmpty();
        assertThat(broker.backlog()).isEqualTo(400);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().inFlight() == 400);
        assertThat(ingress.status().retrying()).isOne();
        Gauge oldest = meters.get("greenstack.mqtt.oldest.age").gauge();
        double waits = oldest.value();
        await("what waits grows older").atMost(PATIENCE).until(() -> oldest.value() > waits + 0.1);
        down.set(false);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertStoredInOrder(handler, 0, 400));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
        assertThat(ingress.status().retrying()).isZero();
        await().atMost(PATIENCE).until(() -> oldest.value() == 0);
        Timer lag = meters.get("greenstack.messages.lag").timer();
        assertThat(lag.count()).isBetween(4L, 400L);
        assertThat(lag.max(TimeUnit.SECONDS)).isGreaterThanOrEqualTo(waits);
    }

    @Test
    void repeatsOnlyTheMessagesThatAskForIt() throws Exception {
        AtomicInteger refusals = new AtomicInteger(3);
        List<Integer> stored = Collections.synchronizedList(new ArrayList<>());
        MqttIngress ingress = start(limits(1000, 10, 1), batch -> batch.stream().map(message -> {
            int number = RecordingHandler.number(message);
            if (number % 10 == 3 && refusals.getAndDecrement() > 0) {
                return Outcome.RETRY;
            }
            stored.add(number);
            return number % 10 == 7 ? Outcome.DEAD_LETTERED : Outcome.WRITTEN;
        }).toList());
        awaitConnected(ingress);

        TestPublisher.publish(vertx, broker.port(), 0, 100, MqttQoS.AT_LEAST_ONCE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored).hasSize(100));
        assertThat(new HashSet<>(stored)).hasSize(100);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(100, 90, 10, 0, 0, 0)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
    }

    @Test
    void reconnectsAndSubscribesAgainAfterABrokerRestart() throws Exception {
        Semaphore permits = new Semaphore(0);
        RecordingHandler handler = new RecordingHandler(() -> {
            permits.acquireUninterruptibly();
            return null;
        });
        MqttIngress ingress = start(limits(1000, 10, 1), handler);
        awaitConnected(ingress);
        TestPublisher.publish(vertx, broker.port(), 0, 200, MqttQoS.AT_LEAST_ONCE);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().inFlight() == 200);

        broker.stop();
        await().atMost(PATIENCE).until(() -> !ingress.status().connected());
        broker.start();
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        permits.release(1_000_000);
        TestPublisher.publish(vertx, broker.port(), 200, 300, MqttQoS.AT_LEAST_ONCE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(new HashSet<>(handler.stored())).hasSize(300));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
        LedgerSnapshot snapshot = ledger.snapshot();
        assertThat(snapshot.balanced()).as("%s", snapshot).isTrue();
        assertThat(snapshot.inFlight()).isZero();
        assertThat(snapshot.requeued()).as("old copies were given up for the redelivered ones").isPositive();
        // The batch that was being stored when the connection broke is redelivered too.
        assertOrderedPerDevice(handler.stored().subList(10, handler.stored().size()));
    }

    @Test
    void keepsItsCopiesWhenTheBrokerForgotTheSession() throws Exception {
        broker.close();
        broker = new TestBroker(data.resolve("volatile"), false).start();
        Semaphore permits = new Semaphore(0);
        RecordingHandler handler = new RecordingHandler(() -> {
            permits.acquireUninterruptibly();
            return null;
        });
        MqttIngress ingress = start(limits(1000, 10, 1), handler);
        awaitConnected(ingress);
        TestPublisher.publish(vertx, broker.port(), 0, 200, MqttQoS.AT_LEAST_ONCE);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().inFlight() == 200);

        broker.stop();
        await().atMost(PATIENCE).until(() -> !ingress.status().connected());
        broker.start();
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
        permits.release(1_000_000);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertStoredInOrder(handler, 0, 200));
        assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(200, 200, 0, 0, 0, 0));
    }

    @Test
    void accountsForBestEffortMessagesBeyondTheBound() throws Exception {
        Semaphore permits = new Semaphore(0);
        RecordingHandler handler = new RecordingHandler(() -> {
            permits.acquireUninterruptibly();
            return null;
        });
        MqttIngress ingress = start(limits(20, 10, 1), handler);
        awaitConnected(ingress);

        TestPublisher.publish(vertx, broker.port(), 0, 2000, MqttQoS.AT_MOST_ONCE);
        await().atMost(PATIENCE).until(() -> ingress.status().paused());
        permits.release(1_000_000);

        // How many are dropped depends on how many one read of the socket brings; that all are accounted for does not.
        await().atMost(PATIENCE)
                .until(() -> ledger.snapshot().written() + ledger.snapshot().droppedQos0() == 2000);
        LedgerSnapshot snapshot = ledger.snapshot();
        assertThat(snapshot.balanced()).as("%s", snapshot).isTrue();
        assertThat(snapshot.written()).isEqualTo(handler.stored().size());
    }

    @Test
    void handlesSeveralBatchesAtOnceAndStillAcknowledgesEverything() throws Exception {
        AtomicInteger active = new AtomicInteger();
        AtomicInteger mostActive = new AtomicInteger();
        Semaphore slow = new Semaphore(0);
        RecordingHandler handler = new RecordingHandler();
        MqttIngress ingress = start(limits(5000, 100, 4), batch -> {
            mostActive.accumulateAndGet(active.incrementAndGet(), Math::max);
            slow.tryAcquire(20, TimeUnit.MILLISECONDS);
            active.decrementAndGet();
            return handler.handle(batch);
        });
        awaitConnected(ingress);

        TestPublisher.publish(vertx, broker.port(), 0, 3000, MqttQoS.AT_LEAST_ONCE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handler.stored()).hasSize(3000));
        assertThat(new HashSet<>(handler.stored())).hasSize(3000);
        assertThat(mostActive.get()).isBetween(2, 4);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(broker.backlog()).isZero());
    }

    @Test
    void drainsOnStop() throws Exception {
        Semaphore slow = new Semaphore(0);
        RecordingHandler handler = new RecordingHandler(() -> {
            try {
                slow.tryAcquire(20, TimeUnit.MILLISECONDS);
                return null;
            } catch (InterruptedException e) {
                return new IllegalStateException(e);
            }
        });
        MqttIngress ingress = start(limits(1000, 10, 1), handler);
        awaitConnected(ingress);
        TestPublisher.publish(vertx, broker.port(), 0, 300, MqttQoS.AT_LEAST_ONCE);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().received() == 300);

        ingress.stop(Duration.ofSeconds(20));

        assertStoredInOrder(handler, 0, 300);
        assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(300, 300, 0, 0, 0, 0));
    }

    @Test
    void leavesToTheBrokerWhatTheDeadlineCutsOff() throws Exception {
        RecordingHandler stuck = new RecordingHandler(() -> new PauseException("store is away"));
        MqttIngress ingress = start(limits(1000, 10, 1), stuck);
        awaitConnected(ingress);
        TestPublisher.publish(vertx, broker.port(), 0, 50, MqttQoS.AT_LEAST_ONCE);
        await().atMost(PATIENCE).until(() -> ledger.snapshot().received() == 50);

        ingress.stop(Duration.ofMillis(300));

        assertThat(ledger.snapshot()).isEqualTo(new LedgerSnapshot(50, 0, 0, 0, 0, 50));
        RecordingHandler handler = new RecordingHandler();
        start(limits(1000, 10, 1), handler);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertStoredInOrder(handler, 0, 50));
    }

    @Test
    void takesAnOversizedPacketInsteadOfLoopingOnIt() throws Exception {
        RecordingHandler handler = new RecordingHandler();
        MqttConnectionSettings base = settings();
        MqttConnectionSettings small = new MqttConnectionSettings(base.host(), base.port(), base.clientId(),
                base.username(), base.password(), false, Optional.empty(), base.keepAlive(), base.connectTimeout(),
                1024,
                base.backoffMin(), base.backoffMax());
        MqttIngress ingress = start(small, limits(1000, 10, 1), handler);
        awaitConnected(ingress);

        TestPublisher.publish(vertx, broker.port(), 0, 1, MqttQoS.AT_LEAST_ONCE, "x".repeat(5000));
        TestPublisher.publish(vertx, broker.port(), 1, 5, MqttQoS.AT_LEAST_ONCE);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(new HashSet<>(handler.stored())).isEqualTo(new HashSet<>(numbers(0, 5))));
    }

    @Test
    void connectsOnceTheBrokerComesUp() {
        broker.stop();
        RecordingHandler handler = new RecordingHandler();
        MqttIngress ingress = start(limits(1000, 10, 1), handler);
        await().atMost(PATIENCE).until(() -> ingress.status().lastError() != null);
        assertThat(ingress.status().connected()).isFalse();

        broker.start();

        awaitConnected(ingress);
    }

    private MqttConnectionSettings settings() {
        MqttConnectionSettings plain = TestSettings.plain("127.0.0.1", broker.port(), "ingress-test");
        return new MqttConnectionSettings(plain.host(), plain.port(), plain.clientId(), Optional.empty(),
                Optional.empty(), false, Optional.empty(), plain.keepAlive(), plain.connectTimeout(),
                plain.maxMessageBytes(), Duration.ofMillis(100), Duration.ofMillis(500));
    }

    private static IngressLimits limits(int queue, int batch, int inFlight) {
        return new IngressLimits(queue, 64L << 20, batch, Duration.ofMillis(5), inFlight, Duration.ofMillis(20),
                Duration.ofMillis(200));
    }

    private MqttIngress start(IngressLimits limits, BatchHandler handler) {
        return start(settings(), limits, handler);
    }

    private MqttIngress start(MqttConnectionSettings settings, IngressLimits limits, BatchHandler handler) {
        MqttIngress ingress = new MqttIngress(vertx, settings, limits, FILTERS, handler, ledger);
        started.add(ingress);
        ingress.start();
        return ingress;
    }

    private static void awaitConnected(MqttIngress ingress) {
        await().atMost(PATIENCE).until(() -> ingress.status().connected());
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static void assertStoredInOrder(RecordingHandler handler, int from, int to) {
        List<Integer> stored = handler.stored();
        assertThat(stored).containsExactlyInAnyOrderElementsOf(numbers(from, to));
        assertOrderedPerDevice(stored);
    }

    /** {@link TestPublisher} spreads the numbers over ten devices. */
    private static void assertOrderedPerDevice(List<Integer> numbers) {
        for (int device = 0; device < 10; device++) {
            int last = device;
            assertThat(numbers.stream().filter(number -> number % 10 == last)).as("device d%d", device).isSorted();
        }
    }
}
