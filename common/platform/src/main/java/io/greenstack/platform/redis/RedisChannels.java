package io.greenstack.platform.redis;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Channels that are listened to over one connection; when it is lost they are subscribed again, with a growing pause. */
final class RedisChannels {

    private static final Logger LOG = Logger.getLogger(RedisChannels.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Redis redis;
    private final Vertx vertx;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile Session session;
    private volatile long pauseMillis = FIRST_PAUSE_MILLIS;

    private record Listener(Consumer<String> onMessage, Runnable onSubscribed) {}

    RedisChannels(Redis redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    /**
     * Listens to a channel; one that is listened to already keeps its listener.
     *
     * @param onMessage is given each message; called on an event loop
     * @param onSubscribed runs at the beginning of each subscription: messages may have been missed before it
     */
    void on(String channel, Consumer<String> onMessage, Runnable onSubscribed) {
        if (listeners.putIfAbsent(channel, new Listener(onMessage, onSubscribed)) != null) {
            return;
        }
        if (started.compareAndSet(false, true)) {
            connect();
        } else {
            Session open = session;
            if (open != null) {
                open.subscribe(channel);
            }
        }
    }

    /** Ends all subscriptions. */
    void stop() {
        stopped = true;
        Session open = session;
        if (open != null) {
            open.connection.close();
        }
    }

    private void connect() {
        if (!stopped) {
            redis.connect().onSuccess(opened -> new Session(opened).begin()).onFailure(this::retry);
        }
    }

    private void retry(Throwable failure) {
        if (stopped) {
            return;
        }
        long pause = pauseMillis;
        pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        LOG.debugf("Subscription to %s lost (%s), next try in %d ms", listeners.keySet(), failure, pause);
        vertx.setTimer(pause, timer -> connect());
    }

    /** One connection from its beginning to its end. */
    private final class Session {

        private final RedisConnection connection;
        private final AtomicBoolean lost = new AtomicBoolean();
        private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

        Session(RedisConnection connection) {
            this.connection = connection;
        }

        void begin() {
            connection.handler(this::handle);
            connection.endHandler(end -> lose(null));
            connection.exceptionHandler(this::lose);
            session = this;
            listeners.keySet().forEach(this::subscribe);
        }

        void subscribe(String channel) {
            connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel))
                    .onSuccess(answer -> confirm(channel))
                    .onFailure(this::lose);
        }

        private void handle(Response message) {
            if (message == null || message.size() < 3) {
                return;
            }
            String kind = message.get(0).toString();
            String channel = message.get(1).toString();
            if ("subscribe".equals(kind)) {
                confirm(channel);
            } else if ("message".equals(kind)) {
                listeners.get(channel).onMessage().accept(message.get(2).toString());
            }
        }

        private void confirm(String channel) {
            pauseMillis = FIRST_PAUSE_MILLIS;
            if (confirmed.add(channel)) {
                listeners.get(channel).onSubscribed().run();
            }
        }

        private void lose(Throwable failure) {
            if (lost.compareAndSet(false, true)) {
                connection.close();
                retry(failure);
            }
        }
    }
}
