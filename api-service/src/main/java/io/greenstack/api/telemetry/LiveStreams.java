package io.greenstack.api.telemetry;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.greenstack.api.platform.JsonText;
import io.greenstack.platform.redis.RedisPipeline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** What comes on a Redis channel, as a stream for one viewer: bounded, so that a viewer that is too slow misses some. */
@ApplicationScoped
public class LiveStreams {

    private final LiveHub hub;
    private final RedisPipeline redis;
    private final JsonText json;
    private final int buffer;
    private final Duration heartbeat;
    private final Counter dropped;

    public LiveStreams(LiveHub hub, RedisPipeline redis, JsonText json, TelemetrySettings settings,
            MeterRegistry metrics) {
        this.hub = hub;
        this.redis = redis;
        this.json = json;
        this.buffer = settings.stream().buffer();
        this.heartbeat = settings.stream().heartbeat();
        this.dropped = Counter.builder("greenstack.live.dropped").description("Messages that slow viewers missed")
                .register(metrics);
    }

    /** News of one type on a Redis channel. */
    public <T> LiveChannel<T> channel(String name, Class<T> type) {
        return new LiveChannel<>(redis, this, json, name, type);
    }

    /** Events with a comment now and then, so that a connection on which nothing happens stays open. */
    public Multi<OutboundSseEvent> withHeartbeat(Multi<OutboundSseEvent> events, Sse sse) {
        return withHeartbeat(events, () -> sse.newEventBuilder().comment("heartbeat").build());
    }

    Multi<OutboundSseEvent> withHeartbeat(Multi<OutboundSseEvent> events, Supplier<OutboundSseEvent> beat) {
        return Multi.createBy().merging().streams(events,
                Multi.createFrom().ticks().every(heartbeat).onOverflow().drop().map(tick -> beat.get()));
    }

    /** Messages from now on; fails with 503 when too many viewers are there. */
    public Multi<String> open(String channel) {
        return open(channel, message -> true, () -> {});
    }

    /** The same, and tells once the subscription stands, so that no message is missed from then on. */
    Multi<String> open(String channel, Runnable listening) {
        return open(channel, message -> true, () -> {}, listening);
    }

    /**
     * The same for a viewer that wants some of the messages only.
     *
     * @param wanted tells whether a message is one of them; called on an event loop
     * @param missed called for each that the viewer wanted and was too slow for
     */
    public Multi<String> open(String channel, Predicate<String> wanted, Runnable missed) {
        return open(channel, wanted, missed, () -> {});
    }

    private Multi<String> open(String channel, Predicate<String> wanted, Runnable missed, Runnable listening) {
        AtomicInteger waiting = new AtomicInteger();
        return Multi.createFrom()
                .<String>emitter(emitter -> attach(channel, emitter, waiting, wanted, missed, listening),
                        BackPressureStrategy.BUFFER)
                .onItem().invoke(waiting::decrementAndGet);
    }

    private void attach(String channel, MultiEmitter<? super String> emitter, AtomicInteger waiting,
            Predicate<String> wanted, Runnable missed, Runnable listening) {
        LiveHub.Viewer viewer = new LiveHub.Viewer() {
            @Override
            public void listening() {
                listening.run();
            }

            @Override
            public void offer(String message) {
                if (!wanted.test(message)) {
                    return;
                }
                if (waiting.get() >= buffer) {
                    dropped.increment();
                    missed.run();
                    return;
                }
                waiting.incrementAndGet();
                emitter.emit(message);
            }

            @Override
            public void end() {
                emitter.complete();
            }
        };
        hub.add(channel, viewer);
        emitter.onTermination(() -> hub.remove(channel, viewer));
    }
}
