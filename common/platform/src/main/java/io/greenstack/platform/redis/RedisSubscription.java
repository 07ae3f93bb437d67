package io.greenstack.platform.redis;

import java.util.function.Consumer;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/** Subscription to a channel that subscribes again, with a growing pause, whenever the connection is lost. */
public final class RedisSubscription {

    private final RedisChannels channels;
    private final String channel;

    /** @param channel name of the channel */
    public RedisSubscription(Redis redis, Vertx vertx, String channel) {
        this.channels = new RedisChannels(redis, vertx);
        this.channel = channel;
    }

    /**
     * Subscribes; further calls do nothing.
     *
     * @param onMessage is given each message; called on an event loop
     * @param onSubscribed runs at the beginning of each subscription: messages may have been missed before it
     */
    public void start(Consumer<String> onMessage, Runnable onSubscribed) {
        channels.on(channel, onMessage, onSubscribed);
    }

    /** Ends the subscription. */
    public void stop() {
        channels.stop();
    }
}
