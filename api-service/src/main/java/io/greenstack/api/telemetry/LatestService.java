package io.greenstack.api.telemetry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.device.ConnectionStatus;
import io.greenstack.api.device.DeviceConnection;
import io.greenstack.api.device.DeviceService;
import io.greenstack.api.device.Presence;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.JsonText;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerOpenException;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Newest values of devices, as the bridge keeps them in Redis. */
@ApplicationScoped
class LatestService {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RedisPipeline redis;
    private final Breaker breaker;
    private final DeviceService devices;
    private final TelemetrySettings settings;
    private final ReadingTracer tracer;
    private final JsonText json;
    private final Clock clock;

    public LatestService(RedisPipeline redis, BreakerRegistry breakers, DeviceService devices,
            TelemetrySettings settings,
            ReadingTracer tracer, JsonText json, Clock clock) {
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
            tracer.trace("telemetry latest", latest.toString(),
                    () -> view.setAll(json.read(latest.toString(), ObjectNode.class)));
        } else {
            view.putObject("values");
        }
        Instant received = time(view.path("received_at").asText(""));
        ConnectionStatus connection = connection(deviceId, answers, received);
        view.put("connection_state", connection.token());
        view.put("last_seen", text(answers.get(2), received == null ? null : received.toString()));
        clock(view, text(answers.get(4), null));
        ValueAges.mark(view, received, clock.instant(), settings.staleAfter(),
                connection == ConnectionStatus.DISCONNECTED);
        return view;
    }

    /** The newest reading tells it, if it gives a time; else what was noted last holds. */
    private static void clock(ObjectNode view, String aheadMs) {
        if (aheadMs != null && aheadMs.matches("[1-9]\\d{0,17}")) {
            view.put("clock_ahead_ms", Long.parseLong(aheadMs));
        }
    }

    /** As Redis has it; after Redis has lost its data, as the registry does. */
    private ConnectionStatus connection(String deviceId, List<Response> answers, Instant received) {
        String said = text(answers.get(1), null);
        Instant since = time(text(answers.get(3), ""));
        Instant seen = later(time(text(answers.get(2), "")), received);
        if (said == null || seen == null) {
            Optional<Presence> stored = devices.presenceIfRegistered(deviceId);
            since = said == null ? stored.map(Presence::since).orElse(null) : since;
            said = said == null ? stored.map(Presence::state).orElse(null) : said;
            seen = later(seen, stored.map(Presence::lastSeen).orElse(null));
        }
        return DeviceConnection.judge(said, since, seen, clock.instant(), settings.staleAfter());
    }

    private static Instant later(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private List<Response> read(String deviceId) {
        List<Request> commands = List.of(Request.cmd(Command.GET).arg(RedisKeys.latest(deviceId)),
                Request.cmd(Command.HGET).arg(RedisKeys.shadow(deviceId)).arg("connection_state"),
                Request.cmd(Command.HGET).arg(RedisKeys.shadow(deviceId)).arg("last_seen"),
                Request.cmd(Command.HGET).arg(RedisKeys.shadow(deviceId)).arg("connection_since"),
                Request.cmd(Command.HGET).arg(RedisKeys.shadow(deviceId)).arg("clock_ahead_ms"));
        try {
            return breaker.get(() -> redis.independent(commands).await().atMost(PATIENCE));
        } catch (BreakerOpenException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ApiException.unavailable("live-data-unavailable", "The live values cannot be read now; try again.");
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
