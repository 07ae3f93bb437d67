package io.greenstack.api.telemetry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.platform.JsonText;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** The newest readings of devices, of which the bridge keeps about a hundred in Redis. */
@ApplicationScoped
class RecentReadings {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final RedisPipeline redis;
    private final Breaker breaker;
    private final JsonText json;

    RecentReadings(RedisPipeline redis, BreakerRegistry breakers, JsonText json) {
        this.redis = redis;
        this.breaker = breakers.breaker("redis");
        this.json = json;
    }

    /**
     * What of the query Redis has; each series oldest first.
     *
     * @throws RuntimeException when Redis is away
     */
    void readings(HistoryQuery query, Consumer<HistoryPoint> each) {
        List<Request> commands = query.devices().stream().map(device -> Request.cmd(Command.XREVRANGE)
                .arg(RedisKeys.history(device)).arg("+").arg("-").arg("COUNT").arg(MOST)).toList();
        List<Response> answers = breaker.get(() -> redis.independent(commands).await().atMost(PATIENCE));
        for (int i = 0; i < answers.size(); i++) {
            List<Response> entries = new ArrayList<>();
            if (answers.get(i) != null) {
                answers.get(i).forEach(entries::add);
            }
            Collections.reverse(entries);
            for (Response entry : entries) {
                reading(query, query.devices().get(i), entry.get(1), each);
            }
        }
    }

    private void reading(HistoryQuery query, String device, Response fields, Consumer<HistoryPoint> each) {
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            if ("json".equals(fields.get(i).toString())) {
                for (Map.Entry<String, JsonNode> value : json.read(fields.get(i + 1).toString(), ObjectNode.class)
                        .path("values").properties()) {
                    value(query, device, value.getKey(), value.getValue(), each);
                }
            }
        }
    }

    /** Texts are no part of the history of numbers, in the store as here. */
    private static void value(HistoryQuery query, String device, String parameter, JsonNode value,
            Consumer<HistoryPoint> each) {
        JsonNode content = value.path("value");
        String status = value.path("status").asText(null);
        boolean number = content.isNumber() || content.isBoolean();
        Instant time = time(value.path("timestamp").asText(""));
        if (!query.asksFor(parameter) || !number && (!content.isMissingNode() || status == null) || time == null
                || time.isBefore(query.from()) || !time.isBefore(query.to())) {
            return;
        }
        Double stored = !number
                ? null
                : Double.valueOf(content.isBoolean() ? content.asBoolean() ? 1 : 0 : content.asDouble());
        each.accept(new HistoryPoint(device, parameter, value.path("unit").asText(null), time, stored,
                value.path("label").asText(null), status));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
