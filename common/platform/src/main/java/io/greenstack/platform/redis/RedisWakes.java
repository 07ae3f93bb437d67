package io.greenstack.platform.redis;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/**
 * Wakes who waits for entries of a stream: whoever appends says so on the channel of the same name. So nobody has to look all the
 * time; as an announcement can get lost, each still looks now and then. All share one connection.
 */
@Singleton
public class RedisWakes {

    private final RedisChannels channels;

    public RedisWakes(Redis redis, Vertx vertx) {
        this.channels = new RedisChannels(redis, vertx);
    }

    /**
     * Begins to listen.
     *
     * @param stream name of the stream and of the channel
     * @param wake called on an event loop, at each announcement and whenever some may have been missed
     */
    public void on(String stream, Runnable wake) {
        channels.on(stream, message -> wake.run(), wake);
    }

    void stop(@Observes ShutdownEvent event) {
        channels.stop();
    }
}
