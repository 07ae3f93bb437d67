package io.greenstack.bridge.traffic;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.greenstack.bridge.outbound.OutboundPump;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.MqttWatcher;
import io.greenstack.platform.background.BackgroundTask;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.greenstack.platform.redis.RedisWakes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/**
 * Shows live traffic to whoever watches through the api-service, and collects the figures of the broker. Only the bridge that
 * publishes does this, and only for topics that somebody watches now. It is no path for data: what is too much, or passes while
 * Redis is away, is missed.
 */
@Singleton
class TrafficWatch {

    private static final Logger LOG = Logger.getLogger(TrafficWatch.class);
    private static final Duration REDIS_LIMIT = Duration.ofSeconds(3);
    private static final int MAX_FILTERS = 100;
    private static final Duration FLUSH = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(500);
    /** While nobody watches anything; whoever begins to says so. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final RedisPipeline redis;
    private final OutboundPump pump;
    private final RedisWakes wakes;
    private final Clock clock;
    private final MqttWatcher watcher;
    private final BrokerStatistics statistics = new BrokerStatistics();
    private final TrafficBuffer buffer = new TrafficBuffer();
    private final BackgroundTask task = new BackgroundTask("mqtt-traffic", this::work, LOOK);
    private volatile long lookAgain = System.nanoTime();
    private volatile WatchedFilters watched = WatchedFilters.NONE;

    TrafficWatch(Vertx vertx, MqttConfig config, RedisPipeline redis, OutboundPump pump, RedisWakes wakes,
            Clock clock, MeterRegistry metrics) {
        this.redis = redis;
        this.pump = pump;
        this.wakes = wakes;
        this.clock = clock;
        statistics.bindTo(metrics);
        this.watcher = new MqttWatcher(vertx,
                IngressSettings.connection(config).as("watch"),
                this::received);
    }

    void start(@Observes StartupEvent event) {
        watcher.start();
        task.start(LOOK, REST, () -> !watched.filters().isEmpty());
        wakes.on(RedisKeys.WATCHED_FILTERS, this::changed);
    }

    void stop(@Observes @Priority(200) ShutdownEvent event) {
        task.stop();
        watcher.stop();
    }

    /** Figures of the broker. */
    BrokerStatistics statistics() {
        return statistics;
    }

    /** Topics that somebody watches and the broker does not let the bridge see. */
    Set<String> refused() {
        return watcher.refused();
    }

    private void changed() {
        lookAgain = System.nanoTime();
        task.wake();
    }

    private void received(InboundMessage message) {
        statistics.accept(message);
        if (watched.match(message.topic())) {
            buffer.add(message);
            task.wakeSoon(FLUSH);
        }
    }

    private void work() {
        flush();
        if (System.nanoTime() - lookAgain >= 0) {
            lookAgain = System.nanoTime() + LOOK.toNanos() / 2;
            look();
        }
    }

    private void flush() {
        List<Request> messages = buffer.drain().stream()
                .map(text -> Request.cmd(Command.PUBLISH).arg(RedisKeys.TRAFFIC_CHANNEL).arg(text)).toList();
        if (!messages.isEmpty()) {
            await(redis.batch(messages));
        }
    }

    private void look() {
        if (!watcher.connected() || !pump.leading()) {
            statistics.clear();
        }
        WatchedFilters wanted = pump.leading()
                ? WatchedFilters.of(announced(), BrokerStatistics.FILTER)
                : WatchedFilters.NONE;
        watched = wanted;
        watcher.watch(wanted.subscribed());
    }

    private List<String> announced() {
        Response filters = await(redis.send(Request.cmd(Command.ZRANGEBYSCORE).arg(RedisKeys.WATCHED_FILTERS)
                .arg(clock.millis()).arg("+inf").arg("LIMIT").arg(0).arg(MAX_FILTERS)));
        List<String> all = new ArrayList<>();
        if (filters != null) {
            filters.forEach(filter -> all.add(filter.toString()));
        }
        return all;
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(REDIS_LIMIT);
    }
}
