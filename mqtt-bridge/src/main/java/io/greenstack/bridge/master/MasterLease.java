package io.greenstack.bridge.master;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.greenstack.platform.master.MasterSettings;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * The right to run the masters, which one bridge at a time has. It is counted from before it was asked for, so that this bridge stops
 * before another one may begin, also when it stood still in between. Each holder has a larger epoch than those before, also after
 * Redis has lost its data: by it others know reports of one that is not the holder any more.
 */
@Singleton
class MasterLease {

    private static final Duration REDIS_LIMIT = Duration.ofSeconds(3);
    private static final String TAKE = """
            local holder = redis.call('GET', KEYS[1])
            if holder and holder ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            if holder and tonumber(ARGV[3]) > 0 then return tonumber(ARGV[3]) end
            local time = redis.call('TIME')
            local epoch = math.max(tonumber(redis.call('GET', KEYS[2]) or '0') + 1, tonumber(time[1]) * 1000)
            redis.call('SET', KEYS[2], string.format('%.0f', epoch))
            return epoch
            """;
    private static final String RELEASE = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0
            """;

    private final RedisPipeline redis;
    private final Duration usual;
    private final String me = UUID.randomUUID().toString();
    private volatile long epoch;
    private volatile long until = System.nanoTime();

    MasterLease(RedisPipeline redis, MasterSettings settings) {
        this.redis = redis;
        this.usual = settings.lease();
    }

    /** Whether this bridge may run masters at this moment. */
    boolean holds() {
        return epoch > 0 && System.nanoTime() - until < 0;
    }

    /** How many bridges held it before, in a way that only grows; 0 for one that does not. */
    long epoch() {
        return epoch;
    }

    /** Time between two calls of {@link #take}. */
    Duration every() {
        return usual.dividedBy(6);
    }

    /** How long it usually lasts. */
    Duration usual() {
        return usual;
    }

    /**
     * Takes or renews it; blocks, and fails when Redis is away.
     *
     * @param length how long it lasts without another call; longer where there is nothing that another bridge could miss
     */
    boolean take(Duration length) {
        long asked = System.nanoTime();
        Response answer = redis.send(Request.cmd(Command.EVAL).arg(TAKE).arg(2).arg(RedisKeys.MASTER_HOLDER)
                .arg(RedisKeys.masterEpoch()).arg(me).arg(length.toMillis()).arg(epoch)).await().atMost(REDIS_LIMIT);
        long given = answer.toLong();
        if (given > 0) {
            until = asked + length.toNanos();
        }
        epoch = given;
        return holds();
    }

    /** Gives it back, so that another bridge need not wait for its end. */
    void release() {
        epoch = 0;
        redis.batch(List.of(Request.cmd(Command.EVAL).arg(RELEASE).arg(1).arg(RedisKeys.MASTER_HOLDER).arg(me))).await()
                .atMost(REDIS_LIMIT);
    }
}
