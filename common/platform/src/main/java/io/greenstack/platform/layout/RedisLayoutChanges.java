package io.greenstack.platform.layout;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Subscription to the announcements of changed layouts. Starts with the first lookup; subscribes again, with a growing
 * pause, whenever the connection is lost.
 */
@Singleton
public class RedisLayoutChanges implements LayoutChanges {

    private static final Logger LOG = Logger.getLogger(RedisLayoutChanges.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Redis redis;
    private final Vertx vertx;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile RedisConnection connection;
    private volatile long pauseMillis = FIRST_PAUSE_MILLIS;
    private Consumer<String> onChange;
    private Runnable onSubscribed;

    public RedisLayoutChanges(Redis redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    @Override
    public void start(Consumer<String> onChange, Runnable onSubscribed) {
        if (!started.get() && started.compareAndSet(false, true)) {
            this.onChange = onChange;
            this.onSubscribed = onSubscribed;
            connect();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        RedisConnection open = connection;
        if (open != null) {
            open.close();
        }
    }

    private void connect() {
        if (stopped) {
            return;
        }
        redis.connect().onSuccess(this::subscribe).onFailure(this::retry);
    }

    private void subscribe(RedisConnection opened) {
        connection = opened;
        AtomicBoolean lost = new AtomicBoolean();
        AtomicBoolean confirmed = new AtomicBoolean();
        Consumer<Throwable> onLost = failure -> {
            if (lost.compareAndSet(false, true)) {
                opened.close();
                retry(failure);
            }
        };
        opened.handler(message -> handle(message, confirmed));
        opened.endHandler(end -> onLost.accept(null));
        opened.exceptionHandler(onLost::accept);
        opened.send(Request.cmd(Command.SUBSCRIBE).arg(RedisKeys.LAYOUT_CHANNEL))
                .onSuccess(answer -> confirm(confirmed))
                .onFailure(onLost::accept);
    }

    private void handle(Response message, AtomicBoolean confirmed) {
        if (message == null || message.size() < 3) {
            return;
        }
        String kind = message.get(0).toString();
        if ("subscribe".equals(kind)) {
            confirm(confirmed);
        } else if ("message".equals(kind)) {
            onChange.accept(message.get(2).toString());
        }
    }

    private void confirm(AtomicBoolean confirmed) {
        pauseMillis = FIRST_PAUSE_MILLIS;
        if (confirmed.compareAndSet(false, true)) {
            onSubscribed.run();
        }
    }

    private void retry(Throwable failure) {
        if (stopped) {
            return;
        }
        long pause = pauseMillis;
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        LOG.debugf("Subscription to %s lost (%s), next try in %d ms", RedisKeys.LAYOUT_CHANNEL, failure, pause);
        vertx.setTimer(pause, timer -> connect());
    }
}
