package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;

/**
 * Two replicas of each service restart one after the other, those of the three services at the same time, as an update does it,
 * while devices send and people ask: no message is lost or stored twice, and no request fails.
 */
class RollingRestartIT {

    private static final Duration FAREWELL = Duration.ofSeconds(60);

    private static PackagedStack stack;
    private static ServiceProcess api;
    private static ServiceProcess bridge;
    private static ServiceProcess ingestion;

    @BeforeAll
    static void open() throws Exception {
        stack = new PackagedStack(LocalServers.forTests(),
                Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize(),
                Path.of("target/rolling").toAbsolutePath(),
                Map.of("MQTT_SHARED_GROUP", "rolling", "MQTT_LEAVE", "scaled",
                        // what looks at the readiness has to see it on a busy machine too
                        "GREENSTACK_SHUTDOWN_DELAY", "3s"));
        stack.start();
        api = stack.replica("api-service", "api-it-1");
        bridge = stack.replica("mqtt-bridge", "bridge-it-1");
        ingestion = stack.replica("influx-ingestion", "ingestion-it-1");
        List<ServiceProcess> second = List.of(api, bridge, ingestion);
        second.forEach(stack::start);
        second.forEach(stack::awaitReady);
    }

    @AfterAll
    static void close() {
        List.of(api, bridge, ingestion).parallelStream().filter(ServiceProcess::isAlive)
                .forEach(service -> stack.stop(service, FAREWELL));
        stack.close();
    }

    @Test
    void nothingIsLostAndNobodyIsRefusedWhileAllRestart() throws Exception {
        ExecutorService rollout = Executors.newFixedThreadPool(3);
        try (NumberedLoad load = new NumberedLoad(stack, "rolling", 6, Duration.ofMillis(10));
                Balancer people = new Balancer(List.of(stack.api(), api))) {
            load.flow(100);
            for (List<ServiceProcess> replicas : List.of(List.of(stack.api(), stack.bridge(), stack.ingestion()),
                    List.of(api, bridge, ingestion))) {
                CompletableFuture
                        .allOf(replicas.stream().map(service -> CompletableFuture.runAsync(() -> restart(service),
                                rollout)).toArray(CompletableFuture[]::new))
                        .join();
                load.flow(50);
            }
            int asked = people.end();
            int count = load.end();
            assertThat(people.failures()).isEmpty();
            load.awaitStoredOnce(count);
            load.awaitLast(count);
            System.out.printf("Two replicas of each service restarted: %d messages stored once, %d requests answered%n",
                    count, asked);
        } finally {
            rollout.shutdownNow();
        }
    }

    private static void restart(ServiceProcess service) {
        stack.stop(service, FAREWELL);
        stack.start(service);
        stack.awaitReady(service);
    }
}
