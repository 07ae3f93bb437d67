package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.ApiClient.Answer;
import io.greenstack.localstack.testing.MqttTestClient;

/** Raw bytes of an EtherNet/IP device become scaled values and texts of values, live and in the history. */
class EdsTelemetryIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String DEVICE = "flow.1";
    private static final String PATH = "/api/devices/" + DEVICE;
    /** Assem100 of the sample: mode 1, 0x00EB tenths of a degree, (0x0D5D - 1000) * 2 / 1000 bar. */
    private static final String RAW = "01020101eb005d0d0000484187d61200f90000000342343200000000";

    private static PackagedSuite suite;
    private static ApiClient api;

    @BeforeAll
    static void start() throws Exception {
        suite = PackagedSuite.running();
        api = suite.client();
        Answer answer = api.upload(suite.samples().resolve("eds/greenstack-flow-transmitter.eds"));
        assertThat(answer.isOk()).as("%s", answer).isTrue();
    }

    @Test
    void raw_bytes_of_an_assembly_become_scaled_values_with_their_texts() throws Exception {
        try (MqttTestClient device = suite.mqtt(DEVICE)) {
            device.publish("devices/" + DEVICE + "/register",
                    "{\"name\":\"Flow 1\",\"eds\":{\"vendor_code\":65535,\"product_code\":1001}}");
            await().atMost(LIMIT).untilAsserted(
                    () -> assertThat(api.get(PATH).body().at("/binding/description_id").isNumber()).isTrue());
            Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            device.publish("devices/" + DEVICE + "/telemetry",
                    "{\"processDataIn\":\"" + RAW + "\",\"valid\":true,\"timestamp\":\"" + time + "\"}");

            await().atMost(LIMIT).untilAsserted(() -> {
                JsonNode values = api.get(PATH + "/telemetry/latest").body().path("values");
                assertThat(values.at("/temperature/value").asDouble()).isEqualTo(23.5);
                assertThat(values.at("/temperature/unit").asText()).isEqualTo("°C");
                assertThat(values.at("/pressure/value").asDouble()).isEqualTo(4.842);
                assertThat(values.at("/totaliser/value").asDouble()).isEqualTo(1234.567);
                assertThat(values.at("/operating_mode/label").asText()).isEqualTo("Measuring");
            });
            await().atMost(LIMIT).untilAsserted(() -> {
                JsonNode temperature = point("temperature");
                assertThat(temperature.path("value").asDouble()).isEqualTo(23.5);
                assertThat(Instant.parse(temperature.path("timestamp").asText())).isEqualTo(time);
                assertThat(point("operating_mode").path("label").asText()).isEqualTo("Measuring");
            });
        }
    }

    private static JsonNode point(String parameter) throws IOException {
        return api.get(PATH + "/telemetry/history?parameter=" + parameter + "&from=-5m").body()
                .at("/series/0/points/0");
    }
}
