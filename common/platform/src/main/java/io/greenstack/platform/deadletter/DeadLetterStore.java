package io.greenstack.platform.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.inject.Singleton;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Reading side of the dead letters of all services. Every operation fails when Redis is away. */
@Singleton
public class DeadLetterStore {

    private final RedisPipeline redis;

    public DeadLetterStore(RedisPipeline redis) {
        this.redis = redis;
    }

    /** How many dead letters of a service are stored. */
    public Uni<Long> count(String service) {
        return redis.send(Request.cmd(Command.XLEN).arg(RedisKeys.deadLetters(service))).map(Response::toLong);
    }

    /**
     * Lists dead letters, newest first.
     *
     * @param service service that gave them up
     * @param before only those stored before the one with this id, null for the newest ones
     * @param limit the most to return
     */
    public Uni<List<StoredDeadLetter>> list(String service, String before, int limit) {
        Request range = Request.cmd(Command.XREVRANGE)
                .arg(RedisKeys.deadLetters(service))
                .arg(before == null ? "+" : "(" + before)
                .arg("-")
                .arg("COUNT")
                .arg(limit);
        return redis.send(range).map(entries -> read(service, entries));
    }

    /**
     * Lists dead letters without their payloads, newest first.
     *
     * @param service service that gave them up
     * @param newest end of the range: a stream id, {@code +}, or {@code (} and an id that is left out
     * @param oldest begin of the range: a stream id, or {@code -}
     * @param limit the most to return
     */
    public Uni<List<DeadLetterHeader>> headers(String service, String newest, String oldest, int limit) {
        Request scan = Request.cmd(Command.EVAL)
                .arg(ReplayScripts.HEADERS)
                .arg(1)
                .arg(RedisKeys.deadLetters(service))
                .arg(newest)
                .arg(oldest)
                .arg(limit);
        return redis.send(scan).map(entries -> {
            List<DeadLetterHeader> headers = new ArrayList<>();
            entries.forEach(entry -> headers.add(DeadLetterCodec.header(service, entry)));
            return headers;
        });
    }

    /** When the oldest dead letter of a service was stored, null if there is none. */
    public Uni<Instant> oldest(String service) {
        Request first = Request.cmd(Command.XRANGE).arg(RedisKeys.deadLetters(service)).arg("-").arg("+").arg("COUNT")
                .arg(1);
        return redis.send(first).map(entries -> entries == null || entries.size() == 0
                ? null
                : DeadLetterCodec.storedAt(entries.get(0).get(0).toString()));
    }

    /** One dead letter, null if there is none with this id (any more). */
    public Uni<StoredDeadLetter> get(String service, String id) {
        Request range = Request.cmd(Command.XRANGE).arg(RedisKeys.deadLetters(service)).arg(id).arg(id);
        return redis.send(range).map(entries -> {
            List<StoredDeadLetter> found = read(service, entries);
            return found.isEmpty() ? null : found.get(0);
        });
    }

    /** Deletes dead letters; returns how many of them were there. */
    public Uni<Long> delete(String service, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        Request delete = Request.cmd(Command.XDEL).arg(RedisKeys.deadLetters(service));
        ids.forEach(delete::arg);
        return redis.send(delete).map(Response::toLong);
    }

    private static List<StoredDeadLetter> read(String service, Response entries) {
        List<StoredDeadLetter> letters = new ArrayList<>();
        if (entries != null) {
            entries.forEach(entry -> letters.add(DeadLetterCodec.read(service, entry)));
        }
        return letters;
    }
}
