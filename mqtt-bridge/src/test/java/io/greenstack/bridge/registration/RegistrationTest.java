package io.greenstack.bridge.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

@QuarkusTest
@WithTestResource(MqttResource.class)
@WithTestResource(RedisResource.class)
@WithTestResource(ApiStub.class)
class RegistrationTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    RedisView redis;
    @Inject
    BreakerRegistry breakers;

    private final String device = Broker.device("dev");
    private MqttTestClient client;

    @BeforeEach
    void connect() {
        client = Broker.connect();
    }

    @AfterEach
    void disconnect() {
        ApiStub.answerWell();
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() != BreakerState.OPEN);
        breakers.reset("api");
        client.close();
    }

    @Test
    void theApiGetsTheRegistrationWithTheIdOfTheTopicTheKeyAndATrace() {
        register("{\"name\":\"Press\",\"device_id\":\"somebody-else\",\"iolink\":{\"vendor_id\":310,\"device_id\":1},"
                + "\"parameters\":{\"V_Mode\":1}}");

        await().atMost(LIMIT).until(() -> ApiStub.requests(device).size() == 1);
        Map<String, String> request = ApiStub.requests(device).get(0);
        assertThat(request.get("body")).isEqualTo("{\"device_id\":\"" + device
                + "\",\"name\":\"Press\",\"iolink\":{\"vendor_id\":310,\"device_id\":1},\"parameters\":{\"V_Mode\":1}}");
        assertThat(request).containsEntry("method", "POST").containsEntry("key", "secret-key");
        assertThat(request.get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void aRefusedRegistrationIsADeadLetterWithTheReasonOfTheApi() {
        ApiStub.answer(422, "{\"title\":\"No\",\"code\":\"unknown-vendor\",\"detail\":\"Vendor 0 is reserved\"}");
        register("{\"name\":\"x\"}");

        await().atMost(LIMIT).until(() -> !redis.deadLetters(device).isEmpty());
        assertThat(redis.deadLetters(device)).isEqualTo(Map.of("{\"name\":\"x\"}", "api-rejected"));
        assertThat(redis.deadLetters().stream().filter(l -> device.equals(l.get("device_id"))))
                .allMatch(l -> l.get("detail").equals("HTTP 422 unknown-vendor: Vendor 0 is reserved"));
        assertThat(ApiStub.requests(device)).hasSize(1);
        assertThat(breakers.breaker("api").status().failures()).isZero();
    }

    @Test
    void whatIsNoRegistrationDoesNotReachTheApi() {
        register("[1]");
        register("{\"iolink\":{\"vendor_id\":70000}}");

        await().atMost(LIMIT).until(() -> redis.deadLetters(device).size() == 2);
        assertThat(redis.deadLetters(device)).containsEntry("{\"iolink\":{\"vendor_id\":70000}}", "bad-registration");
        assertThat(ApiStub.requests(device)).isEmpty();
    }

    @Test
    void whileTheApiIsAwayRegistrationsWaitInOrderAndTelemetryGoesOn() {
        ApiStub.answer(503, "{}");
        register("{\"n\":1}");
        register("{\"n\":2}");
        await().atMost(LIMIT).until(() -> breakers.breaker("api").state() == BreakerState.OPEN);
        client.publish("devices/" + device + "/telemetry", "{\"t\":20}");
        client.publish("devices/" + device + "/status", "{\"state\":\"connected\"}");

        await().atMost(LIMIT).until(() -> Integer.valueOf(20).equals(redis.value(device, "t")));
        await().atMost(LIMIT).until(() -> !redis.hash("device:shadow:" + device).isEmpty());
        assertThat(bodies()).allMatch(body -> body.contains("\"n\":1"));
        ApiStub.requests().clear();
        ApiStub.answerWell();

        await().atMost(LIMIT).until(() -> bodies().stream().anyMatch(body -> body.contains("\"n\":2")));
        assertThat(bodies()).hasSize(2).first().asString().contains("\"n\":1");
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    @Test
    void withAWrongKeyRegistrationsWaitUntilItIsRight() {
        ApiStub.answer(401, "{}");
        register("{\"n\":1}");
        await().atMost(LIMIT).until(() -> ApiStub.requests(device).size() >= 2);
        assertThat(breakers.breaker("api").state()).isEqualTo(BreakerState.CLOSED);
        ApiStub.requests().clear();
        ApiStub.answerWell();

        await().atMost(LIMIT).until(() -> ApiStub.requests(device).size() == 1);
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    @Test
    void anAddressThatIsNoApiServiceCostsNoRegistration() {
        ApiStub.answer(404, "nothing here");
        register("{\"n\":1}");
        await().atMost(LIMIT).until(() -> ApiStub.requests(device).size() >= 2);
        ApiStub.answerWell();

        ApiStub.requests().clear();
        await().atMost(LIMIT).until(() -> !ApiStub.requests(device).isEmpty());
        assertThat(redis.deadLetters(device)).isEmpty();
    }

    private List<String> bodies() {
        return ApiStub.requests(device).stream().map(request -> request.get("body")).toList();
    }

    private void register(String payload) {
        client.publish("devices/" + device + "/register", payload);
    }
}
