package io.greenstack.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.AlarmRuleBook;
import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.LaneHandlers;
import io.greenstack.bridge.testing.Layouts;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.core.alarm.AlarmKind;
import io.greenstack.core.alarm.AlarmRule;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.edge.intake.Outcome;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.localstack.testing.TestServers;
import io.greenstack.platform.layout.LayoutRegistry;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.BreakerState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;

/** Alarm rules where the values pass: from a message to the change that waits for the api-service. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class AlarmRulesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final AlarmRule HOT = rule(17, AlarmKind.RANGE, "temperature", 80.0, 0, 0, 0);

    @Inject
    RedisView redis;
    @Inject
    LaneHandlers lanes;
    @Inject
    LayoutRegistry layouts;
    @Inject
    AlarmRules rules;
    @Inject
    AlarmGate gate;
    @Inject
    AlarmRuleBook book;
    @Inject
    BreakerRegistry breakers;

    private final String device = Broker.device("al");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);

    @AfterEach
    void forget() {
        book.remove(device);
    }

    @Test
    void aValueBeyondALimitIsAnAlarmUntilItIsBack() {
        publish(HOT);
        telemetry(0, "\"temperature\":79");
        telemetry(1, "\"temperature\":81.5");
        telemetry(2, "\"temperature\":90");
        telemetry(3, "\"other\":1");
        telemetry(4, "\"temperature\":70");

        assertThat(changes()).containsExactly("raised 17 temperature 81.5", "cleared 17 temperature 81.5");
        List<Map<String, String>> noted = book.changes(device);
        assertThat(noted.get(0)).containsEntry("at", Long.toString(now.plusSeconds(1).toEpochMilli()));
        assertThat(noted.get(0).get("occurrence")).isEqualTo(noted.get(1).get("occurrence"));
        assertThat(redis.hash("alarm:state:" + device)).containsOnlyKeys("17:temperature");
    }

    @Test
    void decodedValuesCountWithTheirUnitAndTheirStatus() {
        layouts.publish(List.of(Layouts.thermometer(device))).await().atMost(LIMIT);
        layouts.markReady().await().atMost(LIMIT);
        publish(HOT, rule(18, AlarmKind.STATUS, "temperature", null, 0, 0, 0));
        telemetry(0, "\"processDataIn\":\"03E800\"");
        telemetry(1, "\"processDataIn\":\"7FFC00\"");
        telemetry(2, "\"processDataIn\":\"00EB00\"");

        assertThat(changes()).containsExactly("raised 17 temperature 100.0", "raised 18 temperature ",
                "cleared 17 temperature 100.0", "cleared 18 temperature ");
        assertThat(book.changes(device)).extracting(change -> change.get("detail")).containsExactly("°C", "no_data",
                "°C", "no_data");
    }

    @Test
    void aMessageThatComesAgainChangesNothing() {
        publish(HOT);
        InboundMessage wrong = message(1, "\"temperature\":81");
        InboundMessage right = message(2, "\"temperature\":20");
        for (int i = 0; i < 3; i++) {
            assertThat(lanes.handle("telemetry", List.of(wrong))).containsExactly(Outcome.WRITTEN);
        }
        assertThat(changes()).hasSize(1);
        lanes.handle("telemetry", List.of(right));
        lanes.handle("telemetry", List.of(wrong, right));
        lanes.handle("telemetry", List.of(wrong));

        assertThat(changes()).containsExactly("raised 17 temperature 81.0", "cleared 17 temperature 81.0");
    }

    @Test
    void aPeakWithinABatchIsSeen() {
        publish(HOT);
        lanes.handle("telemetry", List.of(message(1, "\"temperature\":20"), message(2, "\"temperature\":99"),
                message(3, "\"temperature\":20")));

        assertThat(changes()).containsExactly("raised 17 temperature 99.0", "cleared 17 temperature 99.0");
    }

    @Test
    void severalBridgesRaiseAnAlarmOnce() throws Exception {
        publish(HOT);
        int bridges = 8;
        ExecutorService threads = Executors.newFixedThreadPool(bridges);
        for (int round = 0; round < 10; round++) {
            CyclicBarrier together = new CyclicBarrier(bridges);
            List<Callable<Void>> all = new ArrayList<>();
            double value = round % 2 == 0 ? 90 : 20;
            long time = now.plusSeconds(round).toEpochMilli();
            for (int i = 0; i < bridges; i++) {
                all.add(() -> {
                    together.await();
                    gate.evaluate(List.of(new AlarmReading(device, time,
                            List.of(new AlarmReading.Value("temperature", value, null, null)))));
                    return null;
                });
            }
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
            assertThat(changes()).hasSize(round + 1);
        }
        threads.shutdown();
        assertThat(book.changes(device).stream().map(change -> change.get("occurrence")).distinct()).hasSize(5);
    }

    @Test
    void theClockEndsADelayWhenNothingMoreComes() {
        publish(rule(17, AlarmKind.RANGE, "temperature", 80.0, 0, 1_500, 500));
        telemetry(0, "\"temperature\":99");
        assertThat(changes()).isEmpty();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(changes()).containsExactly("raised 17 temperature 99.0"));
        telemetry(10, "\"temperature\":20");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(changes()).hasSize(2));

        assertThat(changes()).last().isEqualTo("cleared 17 temperature 99.0");
        await().atMost(LIMIT)
                .until(() -> redis.command(Command.ZSCORE, "alarm:due", device) == null);
    }

    @Test
    void aDeviceThatSaysNothingIsSilentUntilItIsHeardOf() {
        publish(rule(21, AlarmKind.SILENCE, null, null, 3_000, 0, 0));
        redis.command(Command.HSET, "device:shadow:" + device, "version", 0);
        await().during(Duration.ofSeconds(2)).until(() -> changes().isEmpty());
        lanes.handle("telemetry", List.of(arriving(Instant.now(), "{\"temperature\":1}")));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(changes()).containsExactly("raised 21  "));
        lanes.handle("telemetry", List.of(arriving(Instant.now(), "{\"temperature\":2}")));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(changes()).startsWith("raised 21  ", "cleared 21  "));
    }

    @Test
    void aDeviceThatIsLostIsAnAlarm() {
        publish(rule(22, AlarmKind.DISCONNECTED, null, null, 0, 0, 0));
        status("connected");
        await().during(Duration.ofSeconds(2)).until(() -> changes().isEmpty());
        status("disconnected");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(changes()).containsExactly("raised 22  "));
        status("connected");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(changes()).containsExactly("raised 22  ", "cleared 22  "));
    }

    @Test
    void deadLettersOfADeviceAreCounted() {
        AlarmRule three = new AlarmRule(23, AlarmKind.DEAD_LETTERS, null, null, null, false, 0, 0, 5_000, List.of(), 3,
                0, 0);
        publish(three);
        bad();
        bad();
        await().during(Duration.ofSeconds(2)).until(() -> changes().isEmpty());
        bad();
        bad();
        bad();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(changes()).isNotEmpty());
        assertThat(changes().get(0)).startsWith("raised 23  ");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(changes()).hasSize(2));
        assertThat(changes().get(1)).startsWith("cleared 23  ");
    }

    @Test
    void rulesThatAreGoneHoldNoMore() {
        publish(HOT);
        book.remove(device);
        await().atMost(LIMIT).until(() -> rules.of(device) == null);

        telemetry(0, "\"temperature\":99");

        assertThat(changes()).isEmpty();
    }

    @Test
    void whatIsWrongWhileRedisIsAwayIsSeenAfterwards() {
        publish(HOT);
        TestServers.redis().stop();
        try {
            await().atMost(LIMIT).until(() -> lanes
                    .handle("telemetry", List.of(message(1, "\"temperature\":99"))).contains(Outcome.WRITTEN));
        } finally {
            TestServers.redis().start();
        }
        await().atMost(LIMIT).until(() -> breakers.breaker("redis").state() == BreakerState.CLOSED);

        // Redis may have lost the rules with everything else; those that are known hold on.
        await().atMost(LIMIT).untilAsserted(() -> assertThat(changes()).containsExactly("raised 17 temperature 99.0"));
    }

    private void publish(AlarmRule... some) {
        book.publish(device, some);
        await().atMost(LIMIT).until(() -> rules.of(device) != null && rules.of(device).rules().size() == some.length);
    }

    private void telemetry(int second, String members) {
        assertThat(lanes.handle("telemetry", List.of(message(second, members)))).containsExactly(Outcome.WRITTEN);
    }

    private InboundMessage message(int second, String members) {
        return arriving(Instant.now(), "{" + members + ",\"timestamp\":\"" + now.plusSeconds(second) + "\"}");
    }

    private InboundMessage arriving(Instant arrival, String payload) {
        return new InboundMessage("devices/" + device + "/telemetry", payload.getBytes(StandardCharsets.UTF_8), 1,
                false, false, arrival);
    }

    private void status(String state) {
        lanes.handle("status", List.of(new InboundMessage("devices/" + device + "/status",
                ("{\"state\":\"" + state + "\"}").getBytes(StandardCharsets.UTF_8), 1, false, false, Instant.now())));
    }

    private void bad() {
        assertThat(lanes.handle("telemetry", List.of(arriving(Instant.now(), "nonsense"))))
                .containsExactly(Outcome.DEAD_LETTERED);
    }

    /** Each as change, rule, parameter and value. */
    private List<String> changes() {
        return book.changes(device).stream().map(change -> change.get("change") + " " + change.get("rule") + " "
                + change.get("parameter") + " " + change.get("value")).collect(Collectors.toList());
    }

    private static AlarmRule rule(long id, AlarmKind kind, String parameter, Double high, long over, long onDelay,
            long offDelay) {
        return new AlarmRule(id, kind, parameter, null, high, false, 0, 0, over, List.of(), 0, onDelay, offDelay);
    }
}
