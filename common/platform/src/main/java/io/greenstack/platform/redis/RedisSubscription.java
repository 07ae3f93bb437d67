package io.greenstack.platform.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Subscription to a channel that subscribes again, with a growing pause, whenever the connection is lost. */
public final class RedisSubscription {

    private static final Logger LOG = Logger.getLogger(RedisSubscription.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Redis redis;
    private final Vertx vertx;
    private final String channel;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile RedisConnection connection;
    private volatile long pauseMillis = FIRST_PAUSE_MILLIS;
    private Consumer<String> onMessage;
    private Runnable onSubscribed;

    /** @param channel name of the channel */
    public RedisSubscription(Redis redis, Vertx vertx, String channel) {
        this.redis = redis;
        this.vertx = vertx;
        this.channel = channel;
    }

    /**
     * Subscribes; further calls do nothing.
     *
     * @param onMessage is given each message; called on an event loop
     * @param onSubscribed runs at the beginning of each subscription: messages may have been missed before it
     */
    public void start(Consumer<String> onMessage, Runnable onSubscribed) {
        if (!started.get() && started.compareAndSet(false, true)) {
            this.onMessage = onMessage;
            this.onSubscribed = onSubscribed;
            connect();
        }
    }

    /** Ends the subscription. */
    public void stop() {
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
        opened.send(Request.cmd(Command.SUBSCRIBE).arg(channel))
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
            onMessage.accept(message.get(2).toString());
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
        LOG.debugf("Subscription to %s lost (%s), next try in %d ms", channel, failure, pause);
        vertx.setTimer(pause, timer -> connect());
    }
}
