package io.greenstack.api.telemetry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.greenstack.api.platform.ApiException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * One Redis subscription connection for all viewers: a channel is subscribed while it has viewers. All Redis work happens on
 * one event loop, so that subscribing and unsubscribing keep their order. When the connection is lost, it is made again and
 * all channels are subscribed anew.
 */
@ApplicationScoped
class LiveHub {

    private static final Logger LOG = Logger.getLogger(LiveHub.class);
    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 5_000;

    private final Redis redis;
    private final ReadingTracer tracer;
    private final int maxViewers;
    private final Map<String, Set<Viewer>> viewers = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Context loop;
    /** Channels that the connection has, and whether Redis has confirmed that; one is never asked for twice. */
    private final Map<String, Boolean> channels = new HashMap<>();
    private RedisConnection connection;
    private boolean connecting;
    private long pause = FIRST_PAUSE;
    private volatile boolean stopped;

    public LiveHub(Redis redis, Vertx vertx, ReadingTracer tracer, TelemetrySettings settings, MeterRegistry metrics) {
        this.redis = redis;
        this.tracer = tracer;
        this.maxViewers = settings.stream().maxViewers();
        this.loop = vertx.getOrCreateContext();
        Gauge.builder("greenstack.live.viewers", count, AtomicInteger::get).description("Open live streams")
                .register(metrics);
    }

    /** Somebody who watches a channel. Never blocks its caller. */
    interface Viewer {

        /** From now on no message is missed, until the connection is lost. */
        default void listening() {}

        /** A message as JSON. */
        void offer(String message);

        /** The service stops. */
        void end();
    }

    /** Streams would keep the service from stopping, so they end as soon as it is asked to. */
    void endStreams(@Observes ShutdownDelayInitiatedEvent event) {
        stopped = true;
        viewers.values().forEach(all -> all.forEach(Viewer::end));
    }

    @PreDestroy
    void stop() {
        stopped = true;
        viewers.values().forEach(all -> all.forEach(Viewer::end));
        loop.runOnContext(ignored -> {
            if (connection != null) {
                connection.close();
            }
        });
    }

    /**
     * Lets a viewer see what comes on a channel until it is removed.
     *
     * @throws ApiException 503 when there are too many viewers
     */
    void add(String channel, Viewer viewer) {
        if (count.incrementAndGet() > maxViewers) {
            count.decrementAndGet();
            throw ApiException.unavailable("too-many-viewers", "Too many live streams are open; try again later.");
        }
        viewers.compute(channel, (name, all) -> {
            Set<Viewer> set = all == null ? ConcurrentHashMap.newKeySet() : all;
            set.add(viewer);
            return set;
        });
        loop.runOnContext(ignored -> subscribe(channel));
    }

    /** Takes a viewer away. */
    void remove(String channel, Viewer viewer) {
        boolean[] removed = new boolean[1];
        viewers.computeIfPresent(channel, (name, all) -> {
            removed[0] = all.remove(viewer);
            return all.isEmpty() ? null : all;
        });
        if (removed[0]) {
            count.decrementAndGet();
            loop.runOnContext(ignored -> unsubscribe(channel));
        }
    }

    private void subscribe(String channel) {
        if (connection != null) {
            listen(channel);
        } else if (!connecting) {
            connect();
        }
    }

    private void unsubscribe(String channel) {
        if (connection != null && !viewers.containsKey(channel) && channels.remove(channel) != null) {
            send(Command.UNSUBSCRIBE, channel);
        }
    }

    private void listen(String channel) {
        Boolean confirmed = channels.putIfAbsent(channel, false);
        if (confirmed == null) {
            send(Command.SUBSCRIBE, channel).onComplete(answer -> loop.runOnContext(ignored -> {
                if (answer.failed()) {
                    channels.remove(channel);
                } else if (channels.replace(channel, true) != null) {
                    tell(channel);
                }
            }));
        } else if (confirmed) {
            tell(channel);
        }
    }

    private void tell(String channel) {
        viewers.getOrDefault(channel, Set.of()).forEach(Viewer::listening);
    }

    private Future<Response> send(Command command, String channel) {
        return connection.send(Request.cmd(command).arg(channel))
                .onFailure(failure -> LOG.debugf("%s failed: %s", command, failure.toString()));
    }

    private void connect() {
        if (stopped || viewers.isEmpty()) {
            return;
        }
        connecting = true;
        redis.connect().onComplete(result -> loop.runOnContext(ignored -> {
            connecting = false;
            if (result.succeeded()) {
                use(result.result());
            } else {
                retry(result.cause());
            }
        }));
    }

    private void use(RedisConnection opened) {
        connection = opened;
        channels.clear();
        pause = FIRST_PAUSE;
        opened.handler(this::receive);
        opened.endHandler(ignored -> lost(opened, null));
        opened.exceptionHandler(failure -> lost(opened, failure));
        viewers.keySet().forEach(this::listen);
    }

    private void lost(RedisConnection which, Throwable failure) {
        loop.runOnContext(ignored -> {
            if (connection == which) {
                connection = null;
                which.close();
                retry(failure);
            }
        });
    }

    private void retry(Throwable failure) {
        if (stopped || viewers.isEmpty()) {
            return;
        }
        LOG.debugf("Live subscription lost (%s), next try in %d ms", failure, pause);
        loop.owner().setTimer(pause, timer -> loop.runOnContext(ignored -> {
            if (connection == null && !connecting) {
                connect();
            }
        }));
        pause = Math.min(LONGEST_PAUSE, pause * 2);
    }

    private void receive(Response message) {
        if (message == null || message.size() < 3 || !"message".equals(message.get(0).toString())) {
            return;
        }
        Set<Viewer> all = viewers.get(message.get(1).toString());
        if (all != null) {
            String reading = message.get(2).toString();
            tracer.trace("telemetry stream", reading, () -> all.forEach(viewer -> viewer.offer(reading)));
        }
    }
}
