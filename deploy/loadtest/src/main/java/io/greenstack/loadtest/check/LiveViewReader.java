package io.greenstack.loadtest.check;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.loadtest.generator.PayloadShape;
import io.greenstack.platform.redis.RedisKeys;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntry;
import redis.clients.jedis.StreamEntryID;

/** What Redis holds of the devices. Each call has a connection of its own, so that an outage between two of them does no harm. */
final class LiveViewReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 10_000;
    private static final int NOTHING = -1;

    private final URI url;

    /** @param url {@code redis://[user:password@]host:port/database} */
    LiveViewReader(String url) {
        this.url = URI.create(url);
    }

    /** Numbers in the history of a device, in the order in which they were applied. */
    List<Integer> applied(String device) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        try (Jedis redis = new Jedis(url)) {
            for (StreamEntry entry : redis.xrange(RedisKeys.history(device), (StreamEntryID) null, null, MOST)) {
                int number = number(entry.getFields().get("json"));
                if (number != NOTHING) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    /** The newest number of each device; -1 where there is none. */
    Map<String, Integer> latest(List<String> devices) throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        try (Jedis redis = new Jedis(url)) {
            List<String> values = redis.mget(devices.stream().map(RedisKeys::latest).toArray(String[]::new));
            for (int i = 0; i < devices.size(); i++) {
                numbers.put(devices.get(i), number(values.get(i)));
            }
        }
        return numbers;
    }

    private static int number(String json) throws IOException {
        if (json == null) {
            return NOTHING;
        }
        JsonNode reading = JSON.readTree(json);
        JsonNode value = reading.path("values").path(PayloadShape.PARAMETER).path("value");
        JsonNode hex = reading.path("raw").path("hex");
        if (value.isNumber()) {
            return value.asInt();
        }
        return hex.isTextual() ? Integer.parseUnsignedInt(hex.asText(), 16) : NOTHING;
    }

    /** Whether the services know all these devices, so that they can decode what those send. */
    boolean know(List<String> devices) {
        try (Jedis redis = new Jedis(url)) {
            return redis.exists(devices.stream().map(RedisKeys::layout).toArray(String[]::new)) == devices.size();
        }
    }

    /** The connection state of a device; null when there is none. */
    String connectionState(String device) {
        try (Jedis redis = new Jedis(url)) {
            return redis.hget(RedisKeys.shadow(device), "connection_state");
        }
    }

    /** The newest dead letters of the edge services that are about these devices. */
    List<DeadLettered> deadLetters(Set<String> devices) {
        List<DeadLettered> letters = new ArrayList<>();
        try (Jedis redis = new Jedis(url)) {
            for (String service : List.of("mqtt-bridge", "influx-ingestion")) {
                for (StreamEntry entry : redis.xrevrange(RedisKeys.deadLetters(service), (StreamEntryID) null, null,
                        MOST)) {
                    Map<String, String> fields = entry.getFields();
                    if (devices.contains(fields.get("device_id"))) {
                        letters.add(new DeadLettered(service, entry.getID().toString(), fields.get("device_id"),
                                fields.get("topic"), fields.get("reason"), fields.get("detail")));
                    }
                }
            }
        }
        return letters;
    }
}
