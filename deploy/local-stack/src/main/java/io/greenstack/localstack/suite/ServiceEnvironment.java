package io.greenstack.localstack.suite;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.LocalServers;

/** The environment variables that connect the services to the embedded servers and to each other. */
public final class ServiceEnvironment {

    /** Variable with the port of health and metrics alone. */
    static final String MANAGEMENT_PORT = "GREENSTACK_MANAGEMENT_PORT";

    /** Variables that configure the services; what the caller's shell has under these names is not passed on. */
    static final Set<String> VARIABLES = Set.of("MQTT_BROKER", "MQTT_USERNAME", "MQTT_PASSWORD", "MQTT_TLS",
            "MQTT_CLIENT_ID", "MQTT_SHARED_GROUP", "MQTT_TOPIC_PREFIX", "REDIS_URL", "API_BASE_URL",
            "GREENSTACK_API_KEY", "INFLUXDB_URL", "INFLUXDB_TOKEN", "INFLUXDB_ORG", "INFLUXDB_BUCKET",
            "TELEMETRY_STORE", "DATABASE_URL", "DATABASE_USERNAME", "DATABASE_PASSWORD", "GREENSTACK_ADMIN_KEY",
            "GREENSTACK_SECURITY", "GREENSTACK_BRIDGE_URL", "GREENSTACK_MQTT_PASSWORD_FILE", "GREENSTACK_INGESTION_URL",
            "HTTP_HOST", "HTTP_PORT", MANAGEMENT_PORT,
            "GREENSTACK_SIMULATIONS", "LOG_FORMAT", "JAVA_TOOL_OPTIONS");

    private final LocalServers servers;
    private final int apiPort;

    public ServiceEnvironment(LocalServers servers, int apiPort) {
        this.servers = servers;
        this.apiPort = apiPort;
    }

    private Map<String, String> common(int httpPort) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("HTTP_HOST", EmbeddedServer.HOST);
        environment.put("HTTP_PORT", Integer.toString(httpPort));
        environment.put("REDIS_URL", servers.redis().url());
        environment.put("TELEMETRY_STORE", "questdb");
        environment.put("INFLUXDB_URL", servers.questDb().url());
        environment.put("INFLUXDB_TOKEN", "local");
        environment.put("INFLUXDB_ORG", "greenstack");
        environment.put("INFLUXDB_BUCKET", "device-telemetry");
        environment.put("GREENSTACK_SECURITY", "open");
        return environment;
    }

    /** The api-service, which asks the edge services at these ports for their breakers. */
    public Map<String, String> api(int bridgePort, int ingestionPort) {
        Map<String, String> environment = common(apiPort);
        environment.put("GREENSTACK_BRIDGE_URL",
                "http://" + EmbeddedServer.HOST + ":" + bridgePort);
        environment.put("GREENSTACK_INGESTION_URL", "http://" + EmbeddedServer.HOST + ":" + ingestionPort);
        environment.put("GREENSTACK_SIMULATIONS", "true");
        environment.put("DATABASE_URL", servers.postgres().jdbcUrl());
        environment.put("DATABASE_USERNAME", servers.postgres().user());
        environment.put("DATABASE_PASSWORD", servers.postgres().user());
        return environment;
    }

    /**
     * @param clientId fixed MQTT client id, so that the broker keeps the session over restarts
     */
    public Map<String, String> edge(int httpPort, String clientId) {
        Map<String, String> environment = common(httpPort);
        environment.put("MQTT_BROKER", servers.broker().address());
        environment.put("MQTT_CLIENT_ID", clientId);
        // the services start at the same time: one that asked too early should not stay away for a minute
        environment.put("GREENSTACK_BREAKER_API_OPEN_FOR", "2s");
        environment.put("API_BASE_URL", "http://" + EmbeddedServer.HOST + ":" + apiPort);
        return environment;
    }
}
