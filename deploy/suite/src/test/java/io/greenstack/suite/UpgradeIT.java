package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.testing.MqttTestClient;

/** The packaged services take over what an older release left, and live with a schema that a newer one has migrated. */
class UpgradeIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PREFIX = "upgraded";
    private static final String DEVICE = "upgraded-1";

    private static PackagedSuite suite;
    private static List<ServiceProcess> services;
    private static ApiClient api;

    @BeforeAll
    static void upgrade() throws Exception {
        suite = PackagedSuite.running();
        PackagedStack stack = suite.stack();
        OlderRelease.restore(suite.servers(), suite.root());
        String redis = OlderRelease.redisUrl(suite.servers());
        ServiceProcess service = stack.replica("api-service", "api-upgraded", Map.of("REDIS_URL", redis,
                "MQTT_TOPIC_PREFIX", PREFIX, "DATABASE_URL", OlderRelease.databaseUrl(suite.servers())));
        Map<String, String> edge = Map.of("REDIS_URL", redis, "MQTT_TOPIC_PREFIX", PREFIX, "API_BASE_URL",
                service.url());
        services = List.of(service, stack.replica("mqtt-bridge", "bridge-upgraded", edge),
                stack.replica("influx-ingestion", "ingestion-upgraded", edge));
        services.forEach(stack::start);
        services.forEach(stack::awaitReady);
        api = new ApiClient(service.url());
    }

    @AfterAll
    static void stop() {
        services.stream().filter(ServiceProcess::isAlive).forEach(suite.stack()::kill);
    }

    private static JsonNode get(String path) throws Exception {
        ApiClient.Answer answer = api.get(path);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void whatWasStoredIsServed() throws Exception {
        long description = get("/api/devices/" + DEVICE).at("/binding/description_id").asLong();
        assertThat(get("/api/iodd/" + description).toString()).contains("GreenStack");
        assertThat(get("/api/devices/upgraded-3/shadow").at("/desired/interval").asInt()).isEqualTo(5);
        assertThat(get("/api/alarm-rules").toString()).contains("Tank too hot");
        assertThat(get("/api/keys").toString()).contains("line");
        assertThat(get("/api/devices/" + DEVICE + "/events").toString()).contains("20480");
        assertThat(get("/api/devices/upgraded-2/commands").toString()).contains("blink");
        assertThat(get("/api/dead-letters").toString()).contains("not-json").contains("stranger-1");
        // the index of searches is made anew in the background
        await().atMost(LIMIT).untilAsserted(
                () -> assertThat(get("/api/search?q=temperature").toString()).contains("GreenStack"));
    }

    @Test
    void devicesGoOn() throws Exception {
        try (MqttTestClient device = suite.mqtt(DEVICE)) {
            device.publish(PREFIX + "/" + DEVICE + "/telemetry", "{\"processDataIn\":\"00FB023402\"}");
            await().atMost(LIMIT).untilAsserted(
                    () -> assertThat(get("/api/devices/" + DEVICE + "/telemetry/latest").toString()).contains("25.1"));
            device.publish(PREFIX + "/upgraded-4/register",
                    "{\"iolink\":{\"vendor_id\":65535,\"device_id\":100}}");
            await().atMost(LIMIT).untilAsserted(() -> assertThat(
                    get("/api/devices/upgraded-4").at("/binding/description_id").isNumber()).isTrue());
        }
    }

    /** What a roll-back needs: this release is then the older one. */
    @Test
    void aSchemaThatANewerReleaseMigratedIsServed() throws Exception {
        ServiceProcess service = services.get(0);
        suite.stack().stop(service);
        try (Connection connection = suite.servers().postgres().dataSource(OlderRelease.DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE device ADD COLUMN of_a_newer_release text");
            statement.execute(
                    "INSERT INTO flyway_schema_history SELECT max(installed_rank) + 1, '999', 'newer release', 'SQL',"
                            + " 'V999__newer_release.sql', 1, 'newer', now(), 1, true FROM flyway_schema_history");
        }
        suite.stack().start(service);
        suite.awaitReady(service);

        assertThat(get("/api/devices/" + DEVICE).path("device_id").asText()).isEqualTo(DEVICE);
        assertThat(service.logText()).contains("999) that is newer than the latest available migration");
    }
}
