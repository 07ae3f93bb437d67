package io.greenstack.loadtest.check;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.common.redis.RedisKeys;
import io.greenstack.loadtest.generator.PayloadShape;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntry;
import redis.clients.jedis.StreamEntryID;

/** What Redis holds of the devices. Not thread-safe. */
final class LiveView implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 10_000;

    private final Jedis redis;

    /** @param url {@code redis://[user:password@]host:port/database} */
    LiveView(String url) {
        this.redis = new Jedis(URI.create(url));
    }

    /** Numbers in the history of a device, in the order in which they were applied. */
    List<Integer> applied(String device) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (StreamEntry entry : redis.xrange(RedisKeys.history(device), (StreamEntryID) null, null, MOST)) {
            JsonNode reading = JSON.readTree(entry.getFields().get("json"));
            JsonNode value = reading.path("values").path(PayloadShape.PARAMETER).path("value");
            JsonNode hex = reading.path("raw").path("hex");
            if (value.isNumber()) {
                numbers.add(value.asInt());
            } else if (hex.isTextual()) {
                numbers.add(Integer.parseUnsignedInt(hex.asText(), 16));
            }
        }
        return numbers;
    }

    /** The connection state of a device; null when there is none. */
    String connectionState(String device) {
        return redis.hget(RedisKeys.shadow(device), "connection_state");
    }

    @Override
    public void close() {
        redis.close();
    }
}
