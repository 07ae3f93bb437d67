package io.greenstack.loadtest.ingestion;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.greenstack.platform.redis.RedisKeys;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntry;
import redis.clients.jedis.StreamEntryID;

/** The dead letters of influx-ingestion, compared with what was malformed. */
final class PoisonLetters {

    private static final String KEY = RedisKeys.deadLetters("influx-ingestion");
    private static final int MOST = 1_000_000;

    private final URI redis;

    PoisonLetters(String redis) {
        this.redis = URI.create(redis);
    }

    void forget() {
        try (Jedis client = new Jedis(redis)) {
            client.del(KEY);
        }
    }

    /** What is to be said of the dead letters beside these malformed messages. */
    String compared(Map<Poison, Long> poisoned) {
        Map<String, Long> differences = new HashMap<>();
        poisoned.forEach((way, count) -> differences.merge(way.reason(), count, Long::sum));
        long letters = 0;
        try (Jedis client = new Jedis(redis)) {
            for (StreamEntry letter : client.xrange(KEY, (StreamEntryID) null, null, MOST)) {
                letters++;
                differences.merge(letter.getFields().get("reason"), -1L, Long::sum);
            }
        }
        differences.values().removeIf(count -> count == 0);
        long wanted = poisoned.values().stream().mapToLong(Long::longValue).sum();
        return String.format(Locale.ROOT, "%,d of %,d dead letters, %s", letters, wanted,
                differences.isEmpty() ? "each reason as often as it should" : "missing by reason: " + differences);
    }
}
