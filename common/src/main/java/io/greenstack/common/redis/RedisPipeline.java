package io.greenstack.common.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Sends commands to Redis as one pipelined round trip with a time limit. Nothing is retried here: callers decide by what
 * they wrote whether a second try is safe.
 * <p>
 * A batch is not a transaction. All commands of a batch are executed, also those behind one that Redis refused; the
 * returned {@code Uni} then fails with the refusals of all.
 */
@Singleton
public class RedisPipeline {

    /** The most commands that go into one round trip; a larger batch is sent in several, one after the other. */
    public static final int MAX_COMMANDS = 1000;

    private final Redis redis;
    private final Duration timeout;

    @Inject
    public RedisPipeline(Redis redis, RedisSettings settings) {
        this(redis, settings.commandTimeout());
    }

    /**
     * @param redis the client
     * @param timeout longest wait for the answers of one round trip
     */
    public RedisPipeline(Redis redis, Duration timeout) {
        this.redis = redis;
        this.timeout = timeout;
    }

    /**
     * Sends commands in order on one connection.
     *
     * @return the answers in the order of the commands; fails when Redis cannot be reached, does not answer in time
     *         ({@link RedisTimeoutException}) or refuses a command ({@link io.vertx.redis.client.impl.types.ErrorType})
     */
    public Uni<List<Response>> batch(List<Request> commands) {
        if (commands.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        if (commands.size() <= MAX_COMMANDS) {
            return limited(Uni.createFrom().completionStage(() -> redis.batch(commands).toCompletionStage()));
        }
        Uni<List<Response>> answers = Uni.createFrom().item(() -> new ArrayList<>(commands.size()));
        for (int from = 0; from < commands.size(); from += MAX_COMMANDS) {
            List<Request> part = commands.subList(from, Math.min(commands.size(), from + MAX_COMMANDS));
            answers = answers.chain(all -> batch(part).invoke(all::addAll).replaceWith(all));
        }
        return answers;
    }

    /**
     * Sends one command.
     *
     * @return the answer, null where Redis answers nil; fails as {@link #batch}
     */
    public Uni<Response> send(Request command) {
        return limited(Uni.createFrom().completionStage(() -> redis.send(command).toCompletionStage()));
    }

    private <T> Uni<T> limited(Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            long start = System.nanoTime();
            return call.ifNoItem().after(timeout).failWith(() -> new RedisTimeoutException(
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        });
    }
}
