package io.greenstack.bridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.edge.intake.PauseException;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Mappings on the whole way: from Redis into the bridge without a restart, through the broker into the live view. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class MappingTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    RedisView view;
    @Inject
    RedisPipeline redis;
    @Inject
    MappingRules rules;

    private final String name = "m" + UUID.randomUUID().toString().substring(0, 8);
    private MqttTestClient client;

    @BeforeEach
    void connect() {
        client = Broker.connect();
    }

    @AfterEach
    void disconnect() {
        send(Request.cmd(Command.DEL).arg(RedisKeys.MAPPINGS));
        announce();
        client.close();
    }

    @Test
    void valuesOfAMappingAreLiveAndItsDeviceIsRegisteredOnce() {
        publish("'r'", "\"values\":\"{'temperature': t, 'ok': true}\",\"registration\":\"{'name': 'Press'}\"");

        say("{\"t\":21.5}", () -> Double.valueOf(21.5).equals(view.value(name, "temperature")));
        say("{\"t\":22.5}", () -> Double.valueOf(22.5).equals(view.value(name, "temperature")));

        await().atMost(LIMIT).untilAsserted(() -> assertThat(ApiStub.requests(name)).hasSize(1));
    }

    @Test
    void anotherVersionHoldsWithoutARestartAndNoneAfterItIsGone() {
        publish("'r'", "\"values\":\"{'a': v}\"");
        say("{\"v\":1}", () -> view.value(name, "a") != null);

        publish("'r'", "\"values\":\"{'b': v}\"");
        say("{\"v\":2.5}", () -> Double.valueOf(2.5).equals(view.value(name, "b")));

        send(Request.cmd(Command.DEL).arg(RedisKeys.MAPPINGS));
        announce();
        await().atMost(LIMIT).until(() -> rules.current().isEmpty());
        client.publish(topic(), "{\"v\":3}");
        await().during(Duration.ofSeconds(1)).until(() -> Double.valueOf(2.5).equals(view.value(name, "b")));
    }

    @Test
    void aMappingThatFailsMakesADeadLetterThatNamesIt() {
        publish("Night shift", "\"values\":\"{'a': $number(v)}\"");

        say("{\"v\":\"warm\"}",
                () -> letters("mapping-failed").anyMatch(detail -> detail.contains("'Night shift', values")));
    }

    @Test
    void whatIsWrongWithAPartCostsNoOther() {
        publish("parts", "\"values\":\"{'good': 1, 'bad': {'x': 1}}\"");

        say("{}", () -> view.value(name, "good") != null);

        await().atMost(LIMIT).until(() -> letters("nested-value").anyMatch(detail -> detail.contains("'parts'")));
    }

    /** A subscription holds a moment after the mapping does, so it is said until it was heard. */
    private void say(String payload, Callable<Boolean> heard) {
        await().atMost(LIMIT).until(() -> {
            client.publish(topic(), payload);
            return heard.call();
        });
    }

    private String topic() {
        return "foreign/" + name + "/x";
    }

    private Stream<String> letters(String reason) {
        return view.deadLetters().stream()
                .filter(letter -> topic().equals(letter.get("topic")) && reason.equals(letter.get("reason")))
                .map(letter -> letter.get("detail"));
    }

    private void publish(String rule, String members) {
        String document = "{\"name\":\"" + rule + "\",\"topics\":[\"foreign/" + name
                + "/+\"],\"device\":\"$levels[1]\"," + members + "}";
        send(Request.cmd(Command.HSET).arg(RedisKeys.MAPPINGS).arg("1").arg(document));
        announce();
        await().atMost(LIMIT).ignoreExceptionsInstanceOf(PauseException.class)
                .until(() -> rules.current().stream()
                        .anyMatch(known -> members.contains(String.valueOf(known.mapping().values()))));
    }

    private void announce() {
        send(Request.cmd(Command.SET).arg(RedisKeys.MAPPINGS_VERSION).arg(UUID.randomUUID().toString()));
        send(Request.cmd(Command.PUBLISH).arg(RedisKeys.MAPPINGS).arg("changed"));
    }

    private void send(Request request) {
        redis.send(request).await().atMost(LIMIT);
    }
}
