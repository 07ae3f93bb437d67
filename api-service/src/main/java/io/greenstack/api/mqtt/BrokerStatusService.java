package io.greenstack.api.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.mqtt.SessionService.Session;
import io.greenstack.api.platform.ApiException;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** What bridges say of the broker and of themselves; nothing is made up. */
@ApplicationScoped
class BrokerStatusService {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final RedisPipeline redis;
    private final SessionService sessions;
    private final ObjectMapper json;

    public BrokerStatusService(RedisPipeline redis, SessionService sessions, ObjectMapper json) {
        this.redis = redis;
        this.sessions = sessions;
        this.json = json;
    }

    /**
     * The status: {@code state} is {@code running}, {@code disconnected} or, when no bridge says anything, {@code unavailable}.
     *
     * @throws ApiException 503 when Redis is away
     */
    ObjectNode status() {
        List<JsonNode> bridges = bridges();
        List<Session> known = sessions();
        ObjectNode status = json.createObjectNode();
        boolean connected = bridges.stream().anyMatch(bridge -> bridge.path("publisher_connected").asBoolean());
        status.put("state", connected ? "running" : bridges.isEmpty() ? "unavailable" : "disconnected");
        status.put("connected", connected);
        if (!bridges.isEmpty()) {
            status.set("broker", bridges.get(0).path("broker"));
            status.set("tls", bridges.get(0).path("tls"));
        }
        JsonNode figures = bridges.stream().map(bridge -> bridge.path("statistics"))
                .filter(statistics -> !statistics.isEmpty()).findFirst().orElse(json.createObjectNode());
        status.put("statistics", figures.isEmpty() ? "unavailable" : "available");
        figures.properties().forEach(figure -> status.set(figure.getKey(), figure.getValue()));
        ArrayNode all = status.putArray("bridges");
        bridges.forEach(bridge -> all.add(((ObjectNode) bridge).without(List.of("statistics", "broker", "tls"))));
        status.set("sessions", json.valueToTree(known));
        return status;
    }

    private List<Session> sessions() {
        try {
            return sessions.all();
        } catch (RuntimeException e) {
            throw away();
        }
    }

    private static ApiException away() {
        return ApiException.unavailable("redis-unavailable",
                "The state of the broker is not known, because Redis is away.");
    }

    private List<JsonNode> bridges() {
        try {
            List<String> known = new ArrayList<>();
            redis.send(Request.cmd(Command.SMEMBERS).arg(RedisKeys.BRIDGES)).await().atMost(LIMIT)
                    .forEach(name -> known.add(name.toString()));
            known.sort(null);
            List<JsonNode> bridges = new ArrayList<>();
            List<Request> gone = new ArrayList<>();
            for (String name : known) {
                Response text = redis.send(Request.cmd(Command.GET).arg(RedisKeys.bridgeStatus(name))).await()
                        .atMost(LIMIT);
                if (text == null) {
                    gone.add(Request.cmd(Command.SREM).arg(RedisKeys.BRIDGES).arg(name));
                } else {
                    bridges.add(json.readTree(text.toString()));
                }
            }
            redis.batch(gone).await().atMost(LIMIT);
            return bridges;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The status of a bridge is not JSON", e);
        } catch (RuntimeException e) {
            throw away();
        }
    }
}
