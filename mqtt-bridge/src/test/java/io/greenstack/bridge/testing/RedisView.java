package io.greenstack.bridge.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** What is in Redis, read past breakers and pipelines. */
@Singleton
public class RedisView {

    private final Redis redis;

    @Inject
    public RedisView(Redis redis) {
        this.redis = redis;
    }

    /** A command; null where Redis answers nil. */
    public Response command(Command command, Object... arguments) {
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            request.arg(argument.toString());
        }
        return await(redis.send(request).toCompletionStage());
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** The newest values of a device, null if there are none. */
    public JsonObject latest(String device) {
        Response value = command(Command.GET, "telemetry:" + device + ":latest");
        return value == null ? null : new JsonObject(value.toString());
    }

    /** Subscribes to a channel; what comes is added to the list. */
    public List<JsonObject> listen(String channel) {
        List<JsonObject> heard = new CopyOnWriteArrayList<>();
        RedisConnection connection = await(redis.connect().toCompletionStage());
        connection.handler(message -> {
            if (message != null && message.size() == 3 && "message".equals(message.get(0).toString())) {
                heard.add(new JsonObject(message.get(2).toString()));
            }
        });
        await(connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel)).toCompletionStage());
        return heard;
    }

    /** One value of {@link #latest}, null if it is not there. */
    public Object value(String device, String parameter) {
        JsonObject latest = latest(device);
        JsonObject value = latest == null ? null : latest.getJsonObject("values").getJsonObject(parameter);
        return value == null ? null : value.getValue("value");
    }

    /** The readings of the history, oldest first. */
    public List<JsonObject> history(String device) {
        List<JsonObject> readings = new ArrayList<>();
        command(Command.XRANGE, "telemetry:" + device + ":history", "-", "+")
                .forEach(entry -> readings.add(new JsonObject(entry.get(1).get(1).toString())));
        return readings;
    }

    /** A hash. */
    public Map<String, String> hash(String key) {
        Map<String, String> hash = new TreeMap<>();
        Response fields = command(Command.HGETALL, key);
        for (String field : fields.getKeys()) {
            hash.put(field, fields.get(field).toString());
        }
        return hash;
    }

    /** Dead letters of a device: reason by payload. */
    public Map<String, String> deadLetters(String device) {
        Map<String, String> letters = new TreeMap<>();
        for (Map<String, String> letter : deadLetters()) {
            if (letter.get("topic").contains("/" + device + "/")) {
                letters.put(new String(Base64.getDecoder().decode(letter.get("payload")), StandardCharsets.UTF_8),
                        letter.get("reason"));
            }
        }
        return letters;
    }

    /** All dead letters of the bridge, by field. */
    public List<Map<String, String>> deadLetters() {
        List<Map<String, String>> letters = new ArrayList<>();
        command(Command.XRANGE, "deadletter:mqtt-bridge", "-", "+").forEach(entry -> {
            Map<String, String> letter = new TreeMap<>();
            Response fields = entry.get(1);
            for (int i = 0; i + 1 < fields.size(); i += 2) {
                letter.put(fields.get(i).toString(), fields.get(i + 1).toString());
            }
            letters.add(letter);
        });
        return letters;
    }

    /** How long a key lives still. */
    public Duration timeToLive(String key) {
        return Duration.ofSeconds(command(Command.TTL, key).toLong());
    }
}
