package io.greenstack.platform.layout;

import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisSubscription;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/** Subscription to the announcements of changed layouts. Starts with the first lookup. */
@Singleton
class RedisLayoutChanges implements LayoutChanges {

    private final RedisSubscription subscription;

    public RedisLayoutChanges(Redis redis, Vertx vertx) {
        this.subscription = new RedisSubscription(redis, vertx, RedisKeys.LAYOUT_CHANNEL);
    }

    @Override
    public void start(Consumer<String> onChange, Runnable onSubscribed) {
        subscription.start(onChange, onSubscribed);
    }

    void stop(@Observes ShutdownEvent event) {
        subscription.stop();
    }
}
