package io.greenstack.api.telemetry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.device.DeviceService;
import io.greenstack.api.platform.ApiException;
import io.greenstack.common.redis.RedisKeys;
import io.greenstack.common.redis.RedisPipeline;
import io.greenstack.common.resilience.Breaker;
import io.greenstack.common.resilience.BreakerOpenException;
import io.greenstack.common.resilience.BreakerRegistry;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Newest values of devices, as the bridge keeps them in Redis. */
@ApplicationScoped
public class LatestService {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RedisPipeline redis;
    private final Breaker breaker;
    private final DeviceService devices;
    private final TelemetrySettings settings;
    private final ReadingTracer tracer;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    public LatestService(RedisPipeline redis, BreakerRegistry breakers, DeviceService devices,
            TelemetrySettings settings,
            ReadingTracer tracer, ObjectMapper json, Clock clock) {
        this.redis = redis;
        this.breaker = breakers.breaker("redis");
        this.devices = devices;
        this.settings = settings;
        this.tracer = tracer;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Newest values with connection state and age.
     *
     * @throws ApiException 404 when the device is neither registered nor has it sent anything, 503 when Redis is away
     */
    public ObjectNode latest(String deviceId) {
        List<Response> answers = read(deviceId);
        Response latest = answers.get(0);
        if (latest == null) {
            devices.require(deviceId);
        }
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("device_id", deviceId);
        if (latest != null) {
            tracer.trace("telemetry latest", latest.toString(), () -> view.setAll(parse(latest.toString())));
        } else {
            view.putObject("values");
        }
        Instant received = time(view.path("received_at").asText(""));
        boolean stale = received == null || received.isBefore(clock.instant().minus(settings.staleAfter()));
        view.put("stale", stale);
        view.put("connection_state", text(answers.get(1), stale ? "unknown" : "connected"));
        view.put("last_seen", text(answers.get(2), null));
        return view;
    }

    private List<Response> read(String deviceId) {
        List<Request> commands = List.of(Request.cmd(Command.GET).arg(RedisKeys.latest(deviceId)),
                Request.cmd(Command.HGET).arg(RedisKeys.shadow(deviceId)).arg("connection_state"),
                Request.cmd(Command.HGET).arg(RedisKeys.shadow(deviceId)).arg("last_seen"));
        try {
            return breaker.get(() -> redis.batch(commands).await().atMost(PATIENCE));
        } catch (BreakerOpenException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ApiException.unavailable("live-data-unavailable", "The live values cannot be read now; try again.");
        }
    }

    private ObjectNode parse(String document) {
        try {
            return (ObjectNode) json.readTree(document);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IllegalStateException("The live values of a device are not a JSON object", e);
        }
    }

    private static Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text(Response answer, String otherwise) {
        return answer == null ? otherwise : answer.toString();
    }
}
