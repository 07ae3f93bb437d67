package io.greenstack.localstack.testing;

import java.util.Map;

import io.greenstack.localstack.server.EmbeddedBroker;
import io.greenstack.localstack.server.EmbeddedKafka;
import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.EmbeddedQuestDb;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.ServerSettings;

/** Shared servers of the test JVM, for tests that look into them or stop and start them. */
public final class TestServers {

    private static final String INFRASTRUCTURE = "test.infra";
    private static final String DEV_SERVICES = "devservices";

    private TestServers() {}

    /** Whether containers take the place of the embedded servers ({@code -Pdevservices}). */
    public static boolean useDevServices() {
        return DEV_SERVICES.equals(System.getProperty(INFRASTRUCTURE));
    }

    public static ServerControlMBean postgres() {
        return SharedServers.get("postgres", () -> new EmbeddedPostgres(ServerSettings.forTests("postgres")),
                server -> Map.of("DATABASE_URL", server.jdbcUrl(), "DATABASE_USERNAME", server.user(),
                        "DATABASE_PASSWORD", server.user()));
    }

    public static ServerControlMBean redis() {
        return SharedServers.get("redis", () -> new EmbeddedRedis(ServerSettings.forTests("redis")),
                server -> Map.of("REDIS_URL", server.url()));
    }

    public static ServerControlMBean mqtt() {
        return SharedServers.get("mqtt", () -> new EmbeddedBroker(ServerSettings.forTests("mqtt")),
                server -> Map.of("MQTT_BROKER", server.address()));
    }

    public static ServerControlMBean questDb() {
        return SharedServers.get("questdb", () -> new EmbeddedQuestDb(ServerSettings.forTests("questdb")),
                server -> Map.of("TELEMETRY_STORE", "questdb", "INFLUXDB_URL", server.url(), "INFLUXDB_TOKEN", "local",
                        "INFLUXDB_ORG", "greenstack", "INFLUXDB_BUCKET", "device-telemetry"));
    }

    /** Only for modules with {@code org.apache.kafka:kafka_2.13} on their class path. */
    public static ServerControlMBean kafka() {
        return SharedServers.get("kafka", () -> new EmbeddedKafka(ServerSettings.forTests("kafka"), Map.of()),
                server -> Map.of("KAFKA_ENABLED", "true", "KAFKA_BOOTSTRAP_SERVERS", server.bootstrapServers()));
    }
}
