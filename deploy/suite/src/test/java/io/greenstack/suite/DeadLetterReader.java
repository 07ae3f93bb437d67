package io.greenstack.suite;

import java.util.List;
import java.util.Map;

import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.EmbeddedServer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntry;

/** Reads the dead-letter streams. */
final class DeadLetterReader {

    private static final int NEWEST = 200;

    private final EmbeddedRedis redis;

    DeadLetterReader(EmbeddedRedis redis) {
        this.redis = redis;
    }

    /** The newest dead letters of a service about a topic, newest first. */
    List<Map<String, String>> of(String service, String topic) {
        try (Jedis jedis = new Jedis(EmbeddedServer.HOST, redis.port())) {
            return jedis.xrevrange("deadletter:" + service, null, null, NEWEST).stream().map(StreamEntry::getFields)
                    .filter(fields -> topic.equals(fields.get("topic"))).toList();
        }
    }
}
