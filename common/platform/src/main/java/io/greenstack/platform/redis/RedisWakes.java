package io.greenstack.platform.redis;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/**
 * Wakes who waits for entries of a stream: whoever appends says so on the channel of the same name. So nobody has to look all the
 * time; as an announcement can get lost, each still looks now and then.
 */
@Singleton
public class RedisWakes {

    private final Redis redis;
    private final Vertx vertx;
    private final List<RedisSubscription> subscriptions = new CopyOnWriteArrayList<>();

    public RedisWakes(Redis redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    /**
     * Begins to listen.
     *
     * @param stream name of the stream and of the channel
     * @param wake called on an event loop, at each announcement and whenever some may have been missed
     */
    public void on(String stream, Runnable wake) {
        RedisSubscription subscription = new RedisSubscription(redis, vertx, stream);
        subscriptions.add(subscription);
        subscription.start(message -> wake.run(), wake);
    }

    void stop(@Observes ShutdownEvent event) {
        subscriptions.forEach(RedisSubscription::stop);
    }
}
