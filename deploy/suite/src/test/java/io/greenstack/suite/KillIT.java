package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.greenstack.localstack.server.EmbeddedQuestDb;
import io.greenstack.localstack.testing.MqttTestClient;

/** No QoS 1 message is lost or stored twice when ingestion is killed or its store is away. */
class KillIT {

    private static final int COUNT = 5_000;
    private static final int PER_TICK = 10;
    private static final long TICK_MILLIS = 25;
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final String DEVICE = "counter-1";
    private static final String STORED = "SELECT count() FROM device_telemetry WHERE device_id = '" + DEVICE + "'";

    private static PackagedSuite suite;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger allowed = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final List<CompletableFuture<?>> acknowledged = new ArrayList<>();
    private final Instant first = Instant.now().minusSeconds(COUNT);

    @BeforeAll
    static void start() throws Exception {
        suite = PackagedSuite.running();
    }

    @AfterEach
    void stopPublishing() {
        clock.shutdownNow();
    }

    @Test
    void every_number_is_stored_once_although_ingestion_is_killed_and_the_store_goes_away() throws Exception {
        EmbeddedQuestDb store = suite.servers().questDb();
        try (MqttTestClient publisher = suite.mqtt("counter")) {
            clock.scheduleAtFixedRate(() -> publishSome(publisher), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);

            publishUpTo(1_500);
            awaitStored(store, 300);
            suite.killAndRestart(suite.ingestion());
            suite.awaitReady(suite.ingestion());

            publishUpTo(3_000);
            awaitStored(store, 1_800);
            suite.killAndRestart(suite.ingestion());
            suite.awaitReady(suite.ingestion());

            publishUpTo(COUNT);
            awaitStored(store, 3_300);
            store.stop();
            await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(10)).until(() -> true);
            assertThat(suite.ingestion().isAlive()).isTrue();
            assertThat(suite.ingestion().isReady()).as("ready without its store").isFalse();
            store.start();

            await().atMost(LIMIT).until(() -> next.get() == COUNT);
            CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        }
        awaitStored(store, COUNT);
        await().atMost(LIMIT).until(() -> LedgerMetrics.of(suite.ingestion().url()).inFlight() == 0);

        long sum = COUNT * (COUNT - 1L) / 2;
        assertThat(store.sql().number(STORED)).isEqualTo(COUNT);
        assertThat(store.sql().number("SELECT count() FROM (SELECT DISTINCT cast(value AS long) n FROM device_telemetry"
                + " WHERE device_id = '" + DEVICE + "')")).isEqualTo(COUNT);
        assertThat(store.sql().number("SELECT sum(cast(value AS long)) FROM device_telemetry WHERE device_id = '"
                + DEVICE + "'")).isEqualTo(sum);
        assertThat(new DeadLetterReader(suite.servers().redis()).of("influx-ingestion", topic())).isEmpty();

        LedgerMetrics ledger = LedgerMetrics.of(suite.ingestion().url());
        assertThat(ledger.accounted()).as("%s", ledger).isEqualTo(ledger.received());
        assertThat(ledger.written()).as("%s", ledger).isGreaterThanOrEqualTo(COUNT - 3_000);
        assertThat(ledger.deadLettered()).isZero();
        assertThat(ledger.droppedQos0()).isZero();
    }

    private void publishSome(MqttTestClient publisher) {
        for (int i = 0; i < PER_TICK && next.get() < allowed.get(); i++) {
            int number = next.get();
            String payload = "{\"parameter\":\"number\",\"value\":" + number + ",\"timestamp\":\""
                    + first.plusSeconds(number) + "\"}";
            acknowledged.add(publisher.send(topic(), payload.getBytes(StandardCharsets.UTF_8), 1, false));
            next.incrementAndGet();
        }
    }

    private static String topic() {
        return "devices/" + DEVICE + "/telemetry";
    }

    /** Lets the publisher go on to this number; it needs some seconds, in which the next blow falls. */
    private void publishUpTo(int count) {
        allowed.set(count);
    }

    private static void awaitStored(EmbeddedQuestDb store, long count) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> store.sql().number(STORED) >= count);
    }
}
