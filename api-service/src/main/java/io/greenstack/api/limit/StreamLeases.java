package io.greenstack.api.limit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisScript;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Live streams that principals have open, at all replicas together. Each is a lease in Redis that its replica renews; those of a
 * replica that died end by themselves. Without Redis every replica counts its own only, and tells Redis of them afterwards.
 */
@ApplicationScoped
class StreamLeases {

    private static final Logger LOG = Logger.getLogger(StreamLeases.class);
    private static final int RENEWALS_PER_LEASE = 3;

    private final RedisPipeline redis;
    private final LimitSettings settings;
    private final RedisScript script = new RedisScript(StreamLeases.class, "take-stream.lua");
    private final String replica = UUID.randomUUID().toString();
    private final AtomicLong number = new AtomicLong();
    /** Principals by the streams that are open here. */
    private final Map<String, String> open = new ConcurrentHashMap<>();
    private final BackgroundTask renewal;

    StreamLeases(RedisPipeline redis, LimitSettings settings) {
        this.redis = redis;
        this.settings = settings;
        this.renewal = new BackgroundTask("stream-leases", this::renew, settings.aloneFor());
    }

    void start(@Observes StartupEvent event) {
        renewal.start(settings.streamLease().dividedBy(RENEWALS_PER_LEASE));
    }

    void stop(@Observes ShutdownEvent event) {
        renewal.stop();
    }

    /**
     * One more stream is to be open; waits for Redis no longer than {@link LimitSettings#patience()}.
     *
     * @return its name, null if the principal has as many as it may have
     */
    String take(String principal) {
        String stream = replica + ':' + number.incrementAndGet();
        open.put(stream, principal);
        try {
            Response answer = script.run(redis, List.of(call(principal, settings.streams(), List.of(stream))))
                    .subscribeAsCompletionStage().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS).get(0);
            if (answer.toInteger() == 0) {
                open.remove(stream);
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("A live stream is counted by this replica alone: %s", e.toString());
        }
        return stream;
    }

    /** A stream has ended. */
    void release(String stream) {
        String principal = open.remove(stream);
        if (principal != null) {
            redis.send(Request.cmd(Command.ZREM).arg(RedisKeys.liveStreams(principal)).arg(stream)).subscribe().with(
                    done -> {}, failure -> LOG.debugf("The lease of a live stream ends by itself: %s", failure));
        }
    }

    private Request call(String principal, int most, List<String> streams) {
        Request call = script.call(1).arg(RedisKeys.liveStreams(principal)).arg(most)
                .arg(settings.streamLease().toMillis());
        streams.forEach(call::arg);
        return call;
    }

    /** Renews the leases of all streams that are open here, also of those that Redis does not know. */
    void renew() {
        Map<String, List<String>> byPrincipal = open.entrySet().stream().collect(Collectors.groupingBy(
                Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        if (!byPrincipal.isEmpty()) {
            script.run(redis,
                    byPrincipal.entrySet().stream().map(one -> call(one.getKey(), 0, one.getValue())).toList())
                    .await().atMost(settings.streamLease());
        }
    }
}
