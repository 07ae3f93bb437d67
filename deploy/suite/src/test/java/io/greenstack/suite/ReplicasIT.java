package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;

/**
 * Replicas of the edge services come, are killed, restart and go for good while messages flow: every message is stored once, the
 * live view has the last one of each device, and no session is left behind with messages in it. What waits for replicas that died and
 * never come back is taken over by others.
 * {@code -Dgreenstack.replicas.rounds=50} repeats that.
 */
class ReplicasIT {

    private static final int ROUNDS = Integer.getInteger("greenstack.replicas.rounds", 1);
    private static final int DEVICES = 6;
    private static final Duration TICK = Duration.ofMillis(10);
    private static final Duration FAREWELL = Duration.ofSeconds(60);

    private static PackagedStack stack;

    @BeforeAll
    static void open() throws Exception {
        stack = new PackagedStack(LocalServers.forTests(),
                Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize(),
                Path.of("target/replicas").toAbsolutePath(),
                Map.of("MQTT_SHARED_GROUP", "replicas", "MQTT_LEAVE", "scaled"));
        stack.start();
    }

    @AfterAll
    static void close() {
        stack.close();
    }

    private static void start(ServiceProcess... services) {
        Arrays.stream(services).forEach(stack::start);
        Arrays.stream(services).forEach(stack::awaitReady);
    }

    private static void stop(ServiceProcess... services) {
        Arrays.stream(services).filter(ServiceProcess::isAlive).parallel()
                .forEach(service -> stack.stop(service, FAREWELL));
    }

    private static boolean left(ServiceProcess service) throws Exception {
        String log = service.logText();
        return log.contains("MQTT intake stopped: everything held was stored")
                && !log.contains("its session is kept");
    }

    private static void takeOver(String... clientIds) throws Exception {
        ApiClient api = new ApiClient(stack.api().url());
        for (String clientId : clientIds) {
            await().atMost(FAREWELL).until(() -> "orphaned".equals(state(api, clientId)));
            assertThat(api.post("/api/mqtt/sessions/" + clientId + "/adopt", "").status()).isEqualTo(202);
        }
        for (String clientId : clientIds) {
            await().atMost(FAREWELL).until(() -> state(api, clientId) == null);
        }
    }

    private static String state(ApiClient api, String clientId) throws Exception {
        for (JsonNode session : api.get("/api/mqtt/status").body().path("sessions")) {
            if (session.path("client_id").asText().equals(clientId)) {
                return session.path("state").asText();
            }
        }
        return null;
    }

    @Test
    void everyMessageIsStoredOnceWhileReplicasComeAndGo() throws Exception {
        ServiceProcess ingestion1 = stack.replica("influx-ingestion", "ingestion-it-1");
        ServiceProcess ingestion2 = stack.replica("influx-ingestion", "ingestion-it-2");
        ServiceProcess bridge1 = stack.replica("mqtt-bridge", "bridge-it-1");
        ServiceProcess bridge2 = stack.replica("mqtt-bridge", "bridge-it-2");
        try (NumberedLoad load = new NumberedLoad(stack, "shared", DEVICES, TICK)) {
            for (int round = 0; round < ROUNDS; round++) {
                start(ingestion1, ingestion2, bridge1, bridge2);
                load.flow(200);
                stack.kill(ingestion1);
                stack.kill(bridge1);
                load.flow(100);
                start(ingestion1, bridge1);
                load.flow(100);
                stop(ingestion2, bridge2);
                assertThat(left(ingestion2)).isTrue();
                assertThat(left(bridge2)).isTrue();
                load.flow(100);
                stop(stack.ingestion(), stack.bridge());
                start(stack.ingestion(), stack.bridge());
                load.flow(100);
                if (round + 1 < ROUNDS) {
                    stop(ingestion1, bridge1);
                }
            }
            stack.kill(ingestion1);
            stack.kill(bridge1);
            load.flow(100);
            int count = load.end();
            takeOver("ingestion-it-1", "bridge-it-1");
            load.awaitStoredOnce(count);
            load.awaitLast(count);
            System.out.printf(
                    "%d messages over three replicas each, killed, left, restarted and taken over: all stored once%n",
                    count);
        } finally {
            stop(ingestion1, ingestion2, bridge1, bridge2);
        }
    }
}
