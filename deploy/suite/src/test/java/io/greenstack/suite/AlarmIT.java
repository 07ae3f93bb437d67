package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ApiClient.Answer;
import io.greenstack.localstack.testing.MqttTestClient;

/** Alarms over the packaged services: a rule goes from the API to the bridge, and an alarm from a message to the API. */
class AlarmIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String DEVICE = "alarming.1";

    @Test
    void an_alarm_comes_and_goes_also_while_the_api_is_away() throws Exception {
        PackagedSuite suite = PackagedSuite.running();
        ApiClient api = suite.client();
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (MqttTestClient device = suite.mqtt(DEVICE)) {
            device.publish("devices/" + DEVICE + "/register", "{\"name\":\"Oven\"}");
            await().atMost(LIMIT).until(() -> api.get("/api/devices/" + DEVICE).isOk());
            Answer rule = api.post("/api/alarm-rules",
                    "{\"name\":\"Too hot\",\"kind\":\"range\",\"priority\":\"urgent\","
                            + "\"scope\":{\"type\":\"device\",\"device_id\":\"" + DEVICE + "\"},"
                            + "\"condition\":{\"parameter\":\"temperature\",\"high\":80,\"off_delay\":\"0s\"}}");
            assertThat(rule.status()).as("%s", rule).isEqualTo(201);

            int[] second = new int[1];
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> {
                send(device, start.plusSeconds(++second[0]), 85.5);
                return alarms(api).size() == 1;
            });
            JsonNode alarm = alarms(api).get(0);
            assertThat(alarm.path("state").asText()).isEqualTo("active");
            assertThat(alarm.path("message").asText()).isEqualTo("temperature is 85.5 °C, above 80");

            suite.stack().kill(suite.api());
            send(device, start.plusSeconds(second[0] + 1), 20);
            send(device, start.plusSeconds(second[0] + 31), 99);
            send(device, start.plusSeconds(second[0] + 32), 98);
            suite.stack().start(suite.api());
            suite.awaitReady(suite.api());
        }

        await().atMost(LIMIT).untilAsserted(() -> {
            List<String> states = alarms(suite.client()).findValuesAsText("state");
            assertThat(states).containsExactly("active", "cleared");
        });
        assertThat(alarms(suite.client()).at("/0/value").asDouble()).isEqualTo(99);
    }

    private static void send(MqttTestClient device, Instant time, double temperature) {
        device.publish("devices/" + DEVICE + "/telemetry", "{\"parameter\":\"temperature\",\"value\":" + temperature
                + ",\"unit\":\"°C\",\"timestamp\":\"" + time + "\"}");
    }

    private static JsonNode alarms(ApiClient api) throws Exception {
        return api.get("/api/alarms?kind=range&device=" + DEVICE).body();
    }
}
