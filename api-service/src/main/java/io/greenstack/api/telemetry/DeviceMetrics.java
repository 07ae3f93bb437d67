package io.greenstack.api.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.greenstack.api.platform.Sql;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerOpenException;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** The live view of all registered devices in the text format of Prometheus (exposition format 0.0.4). */
@ApplicationScoped
class DeviceMetrics {

    private static final int MOST_DEVICES = 10_000;
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String HEAD = """
            # HELP greenstack_device_value Newest value of a parameter of a device.
            # TYPE greenstack_device_value gauge
            # HELP greenstack_device_value_age_seconds Time since the last message of a device with values.
            # TYPE greenstack_device_value_age_seconds gauge
            # HELP greenstack_device_event_active 1 for an event that has appeared and not disappeared since.
            # TYPE greenstack_device_event_active gauge
            """;

    private final Sql sql;
    private final RedisPipeline redis;
    private final Breaker breaker;
    private final JsonText json;
    private final Clock clock;

    DeviceMetrics(Sql sql, RedisPipeline redis, BreakerRegistry breakers, JsonText json, Clock clock) {
        this.sql = sql;
        this.redis = redis;
        this.breaker = breakers.breaker("redis");
        this.json = json;
        this.clock = clock;
    }

    private record Registered(String id, Long description) {

        String labels() {
            return "device_id=\"" + id + "\",description_id=\"" + (description == null ? "" : description) + '"';
        }
    }

    /**
     * The metrics of the first 10,000 devices by their ids.
     *
     * @throws ApiException 503 when Redis is away
     */
    String text() {
        List<Registered> devices = sql
                .query("select id, description_id from device order by id limit " + MOST_DEVICES)
                .list(row -> new Registered(row.text("id"), row.get("description_id", Long.class)));
        StringBuilder text = new StringBuilder(HEAD);
        for (int from = 0; from < devices.size(); from += AT_ONCE) {
            List<Registered> part = devices.subList(from, Math.min(devices.size(), from + AT_ONCE));
            List<Response> latest = read(part);
            for (int i = 0; i < part.size(); i++) {
                if (latest.get(i) != null) {
                    values(text, part.get(i), json.tree(latest.get(i).toString()));
                }
            }
        }
        sql.query(
                """
                        select e.device_id, e.code, lower(coalesce(e.type, '')) as type, d.description_id
                        from device_event_active e join device d on d.id = e.device_id order by e.device_id, e.code limit 100000""")
                .list(row -> text.append("greenstack_device_event_active{")
                        .append(new Registered(row.text("device_id"), row.get("description_id", Long.class)).labels())
                        .append(",code=\"").append(row.number("code")).append("\",type=\"").append(row.text("type"))
                        .append("\"} 1\n"));
        return text.toString();
    }

    private List<Response> read(List<Registered> devices) {
        List<Request> commands = devices.stream().map(each -> Request.cmd(Command.GET).arg(RedisKeys.latest(each.id())))
                .toList();
        try {
            return breaker.get(() -> redis.independent(commands).await().atMost(PATIENCE));
        } catch (BreakerOpenException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ApiException.unavailable("live-data-unavailable", "The live values cannot be read now; try again.");
        }
    }

    private void values(StringBuilder text, Registered device, JsonNode view) {
        for (Map.Entry<String, JsonNode> value : view.path("values").properties()) {
            JsonNode number = value.getValue().path("value");
            if (number.isNumber() || number.isBoolean()) {
                text.append("greenstack_device_value{").append(device.labels()).append(",parameter=\"")
                        .append(escaped(value.getKey())).append("\",unit=\"")
                        .append(escaped(value.getValue().path("unit").asText(""))).append("\"} ")
                        .append(number.isBoolean() ? (number.booleanValue() ? "1" : "0") : number.asText())
                        .append('\n');
            }
        }
        Instant received = time(view.path("received_at").asText(""));
        if (received != null) {
            text.append("greenstack_device_value_age_seconds{").append(device.labels()).append("} ")
                    .append(Duration.between(received, clock.instant()).toMillis() / 1000.0).append('\n');
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
