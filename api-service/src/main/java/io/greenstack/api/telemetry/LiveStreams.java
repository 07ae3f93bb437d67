package io.greenstack.api.telemetry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** What comes on a Redis channel, as a stream for one viewer: bounded, so that a viewer that is too slow misses some. */
@ApplicationScoped
public class LiveStreams {

    private final LiveHub hub;
    private final int buffer;
    private final Counter dropped;

    @Inject
    public LiveStreams(LiveHub hub, TelemetrySettings settings, MeterRegistry metrics) {
        this.hub = hub;
        this.buffer = settings.stream().buffer();
        this.dropped = Counter.builder("greenstack.live.dropped").description("Messages that slow viewers missed")
                .register(metrics);
    }

    /** Messages from now on; fails with 503 when too many viewers are there. */
    public Multi<String> open(String channel) {
        return open(channel, message -> true, () -> {});
    }

    /**
     * The same for a viewer that wants some of the messages only.
     *
     * @param wanted tells whether a message is one of them; called on an event loop
     * @param missed called for each that the viewer wanted and was too slow for
     */
    public Multi<String> open(String channel, Predicate<String> wanted, Runnable missed) {
        AtomicInteger waiting = new AtomicInteger();
        return Multi.createFrom()
                .<String>emitter(emitter -> attach(channel, emitter, waiting, wanted, missed),
                        BackPressureStrategy.BUFFER)
                .onItem().invoke(waiting::decrementAndGet);
    }

    private void attach(String channel, MultiEmitter<? super String> emitter, AtomicInteger waiting,
            Predicate<String> wanted, Runnable missed) {
        LiveViewer viewer = new LiveViewer() {
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
