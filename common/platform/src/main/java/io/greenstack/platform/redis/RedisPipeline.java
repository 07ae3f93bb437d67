package io.greenstack.platform.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.greenstack.platform.resilience.Breaker;
import io.greenstack.platform.resilience.BreakerRegistry;
import io.greenstack.platform.tracing.TraceSteps;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Sends commands to Redis as one pipelined round trip with a time limit, through the breaker {@code redis}. Nothing is
 * retried here: callers decide by what they wrote whether a second try is safe.
 * <p>
 * A batch is not a transaction. All commands of a batch are executed, also those behind one that Redis refused; the
 * returned {@code Uni} then fails with the refusals of all. It fails with
 * {@link io.greenstack.platform.resilience.BreakerOpenException} at once while the breaker is open;
 * {@link RedisErrors#isOutage} tells whether Redis is away.
 */
@Singleton
public class RedisPipeline {

    /** Name of the breaker. */
    public static final String BREAKER = "redis";

    /** The most commands that go into one round trip; a larger batch is sent in several, one after the other. */
    public static final int MAX_COMMANDS = 1000;

    private static final String ANY = "script";

    private final Redis redis;
    private final ClusterBatches cluster;
    private final Breaker breaker;
    private final Duration timeout;
    private final TraceSteps traces;

    public RedisPipeline(Redis redis, BreakerRegistry breakers, RedisSettings settings, TraceSteps traces) {
        this.redis = redis;
        this.traces = traces;
        this.breaker = breakers.breaker(BREAKER, RedisErrors::isOutage);
        this.timeout = settings.commandTimeout();
        this.cluster = settings.type() == RedisSettings.Type.CLUSTER ? new ClusterBatches(redis) : null;
        RedisKeys.tagged(cluster != null);
    }

    /**
     * Sends commands in order on one connection. In a cluster each waits for those before it that another server has; where their order
     * does not matter, {@link #independent(List)} is faster.
     *
     * @return the answers in the order of the commands; fails when Redis cannot be reached, does not answer in time
     *         ({@link RedisTimeoutException}) or refuses a command ({@link io.vertx.redis.client.impl.types.ErrorType})
     */
    public Uni<List<Response>> batch(List<Request> commands) {
        return parts(commands,
                part -> cluster == null ? redis.batch(part).toCompletionStage() : cluster.inOrder(part));
    }

    /**
     * Sends commands of which only those with the same key have to keep their order; in a cluster all servers get theirs at once. Those
     * without a key, such as PUBLISH, may tell of any of the others before them, and come after them.
     *
     * @return as {@link #batch}
     */
    public Uni<List<Response>> independent(List<Request> commands) {
        return parts(commands,
                part -> cluster == null ? redis.batch(part).toCompletionStage() : cluster.atOnce(part, null));
    }

    /** The same for calls of a script, which is loaded where it is not known. */
    Uni<List<Response>> independent(List<Request> calls, RedisScript script) {
        if (cluster != null) {
            return parts(calls, part -> cluster.atOnce(part, script));
        }
        return batch(calls).onFailure(RedisErrors::isScriptMissing)
                .recoverWithUni(() -> send(script.load(ANY)).chain(() -> batch(calls)));
    }

    private Uni<List<Response>> parts(List<Request> commands,
            Function<List<Request>, CompletionStage<List<Response>>> call) {
        if (commands.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        if (commands.size() <= MAX_COMMANDS) {
            String name = commands.size() == 1 ? name(commands.get(0)) : "PIPELINE " + name(commands.get(0));
            return guarded(traced(name, commands.size(), () -> call.apply(commands)));
        }
        Uni<List<Response>> answers = Uni.createFrom().item(() -> new ArrayList<>(commands.size()));
        for (int from = 0; from < commands.size(); from += MAX_COMMANDS) {
            List<Request> part = commands.subList(from, Math.min(commands.size(), from + MAX_COMMANDS));
            answers = answers.chain(all -> parts(part, call).invoke(all::addAll).replaceWith(all));
        }
        return answers;
    }

    /**
     * Sends one command.
     *
     * @return the answer, null where Redis answers nil; fails as {@link #batch}
     */
    public Uni<Response> send(Request command) {
        return guarded(traced(name(command), 1, () -> redis.send(command).toCompletionStage()));
    }

    private static String name(Request command) {
        return command.command().toString().toUpperCase(Locale.ROOT);
    }

    /** The client of Redis knows only the context of its event loop; what the call belongs to is that of the caller. */
    private <T> Supplier<CompletionStage<T>> traced(String name, int commands, Supplier<CompletionStage<T>> call) {
        Context caller = Context.current();
        return () -> traces.async(caller, name, SpanKind.CLIENT, span -> {
            span.setAttribute("db.system.name", "redis").setAttribute("db.operation.name", name);
            if (commands > 1) {
                span.setAttribute("db.operation.batch.size", commands);
            }
        }, step -> call.get());
    }

    /** Asks Redis whether it is there, past the breaker; fails if it is not. */
    public Uni<Void> ping() {
        return limited(() -> redis.send(Request.cmd(Command.PING)).toCompletionStage()).replaceWithVoid();
    }

    private <T> Uni<T> guarded(Supplier<CompletionStage<T>> call) {
        return Uni.createFrom()
                .completionStage(() -> breaker.callAsync(() -> limited(call).subscribeAsCompletionStage()));
    }

    private <T> Uni<T> limited(Supplier<CompletionStage<T>> call) {
        return Uni.createFrom().deferred(() -> {
            long start = System.nanoTime();
            return Uni.createFrom()
                    .completionStage(call)
                    .ifNoItem()
                    .after(timeout)
                    .failWith(() -> new RedisTimeoutException(
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        });
    }
}
