package io.greenstack.api.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.Test;

import io.greenstack.api.ApiTest;
import io.greenstack.platform.resilience.BreakerRegistry;

/** A store that hangs holds as many workers as it may, and whoever comes then is told at once. */
@ApiTest
class HistoryBulkheadTest {

    @Inject
    RecentReadings recent;
    @Inject
    TelemetrySettings settings;
    @Inject
    BreakerRegistry breakers;
    @Inject
    Clock clock;

    @Test
    void aStoreThatHangsLeavesWorkersForOthers() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(settings.maxAtOnce());
        HistoryService history = new HistoryService(hanging(asked, answers), recent, settings, breakers, clock);
        ExecutorService workers = Executors.newCachedThreadPool();
        try {
            List<CompletableFuture<History>> waiting = new ArrayList<>();
            for (int i = 0; i < settings.maxAtOnce(); i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> ask(history), workers));
            }
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> ask(history)).isInstanceOf(BulkheadException.class);
            given().get("/api/devices").then().statusCode(200);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);

            answers.countDown();
            waiting.forEach(each -> assertThat(each.orTimeout(30, TimeUnit.SECONDS).join().series()).isEmpty());
            assertThat(ask(history).series()).isEmpty();
        } finally {
            answers.countDown();
            workers.shutdown();
        }
    }

    private static History ask(HistoryService history) {
        return history.history(List.of("hangs"), new HistoryParams());
    }

    private static TelemetryStore hanging(CountDownLatch asked, CountDownLatch answers) {
        return new TelemetryStore() {
            @Override
            public List<HistoryPoint> newest(HistoryQuery query) {
                asked.countDown();
                try {
                    answers.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of();
            }

            @Override
            public List<HistoryPoint> windows(HistoryQuery query) {
                return newest(query);
            }

            @Override
            public void readings(HistoryQuery query, Consumer<HistoryPoint> each) {
                newest(query).forEach(each);
            }

            @Override
            public void processData(String device, Instant from, Instant to, Consumer<RawReading> each) {
                throw new AssertionError("nobody asks for it");
            }

            @Override
            public void ping() {
                // it takes connections
            }
        };
    }
}
