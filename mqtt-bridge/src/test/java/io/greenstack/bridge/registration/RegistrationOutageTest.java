package io.greenstack.bridge.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.bridge.testing.ApiStub;
import io.greenstack.bridge.testing.Broker;
import io.greenstack.bridge.testing.RedisView;
import io.greenstack.localstack.testing.MqttResource;
import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.RedisResource;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.resilience.BreakerState;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What has piled up while the api-service was away must not push it over again when it is back. */
@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class RegistrationOutageTest {

    private static final Logger LOG = Logger.getLogger(RegistrationOutageTest.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int DEVICES = 2_000;

    @Inject
    BreakerRegistry breakers;
    @Inject
    RedisView redis;

    private final String prefix = Broker.device("flood");

    @AfterEach
    void recover() {
        ApiStub.answerWell();
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() != BreakerState.OPEN);
        breakers.reset("api");
    }

    @ParameterizedTest
    @CsvSource({"4,15,true", "8,5,false"})
    void aWeakApiTakesAllWithoutAnotherOutage(int atOnce, int millis, boolean othersWait) {
        ApiStub.answer(503, "{}");
        try (MqttTestClient client = Broker.connect()) {
            CompletableFuture.allOf(IntStream.range(0, DEVICES).mapToObj(i -> client.send(
                    "devices/" + prefix + "-" + i + "/register",
                    ("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8), 1, false))
                    .toArray(CompletableFuture[]::new))
                    .orTimeout(60, TimeUnit.SECONDS).join();
        }
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() == BreakerState.OPEN);
        ApiStub.requests().clear();

        Instant back = Instant.now();
        ApiStub.answerFew(atOnce, Duration.ofMillis(millis), othersWait);
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() == BreakerState.CLOSED);
        long opened = breakers.breaker("api").status().opened();
        await().atMost(LIMIT).until(() -> registered().size() == DEVICES);

        assertThat(breakers.breaker("api").status().opened()).isEqualTo(opened);
        assertThat(ApiStub.mostAtOnce()).isLessThanOrEqualTo(32);
        assertThat(redis.deadLetters().stream().filter(letter -> letter.get("topic").contains(prefix))).isEmpty();
        LOG.infof("%d registrations in %s after the outage, %d requests, at most %d at once",
                DEVICES, Duration.between(back, Instant.now()), ApiStub.requests().size(), ApiStub.mostAtOnce());
    }

    private Set<String> registered() {
        return ApiStub.requests().stream().filter(request -> "201 {}".equals(request.get("answer")))
                .map(request -> request.get("body")).filter(body -> body.contains(prefix)).collect(Collectors.toSet());
    }
}
