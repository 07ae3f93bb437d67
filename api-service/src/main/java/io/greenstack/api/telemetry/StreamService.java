package io.greenstack.api.telemetry;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.greenstack.api.device.DeviceService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** Live readings of a device as server-sent events. */
@ApplicationScoped
public class StreamService {

    private final LiveHub hub;
    private final DeviceService devices;
    private final Duration heartbeat;
    private final Duration staleAfter;
    private final int buffer;
    private final Counter dropped;

    @Inject
    public StreamService(LiveHub hub, DeviceService devices, TelemetrySettings settings,
            MeterRegistry metrics) {
        this.hub = hub;
        this.devices = devices;
        this.heartbeat = settings.stream().heartbeat();
        this.staleAfter = settings.staleAfter();
        this.buffer = settings.stream().buffer();
        this.dropped = Counter.builder("greenstack.live.dropped").description("Readings that slow viewers missed")
                .register(metrics);
    }

    /**
     * Readings from now on, with a comment now and then, and one event {@code stale} when nothing has come for a while, so that
     * nobody takes the last values for live ones; a viewer that is too slow misses some.
     */
    public Multi<OutboundSseEvent> stream(String deviceId, Sse sse) {
        devices.require(deviceId);
        AtomicInteger waiting = new AtomicInteger();
        SilenceWatch silence = new SilenceWatch(staleAfter, System::nanoTime);
        Multi<OutboundSseEvent> readings = Multi.createFrom()
                .<String>emitter(emitter -> attach(deviceId, emitter, waiting), BackPressureStrategy.BUFFER)
                .onItem().invoke(() -> {
                    waiting.decrementAndGet();
                    silence.heard();
                })
                .map(reading -> sse.newEventBuilder().name("reading").mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(String.class, reading).build());
        Multi<OutboundSseEvent> beats = Multi.createFrom().ticks().every(heartbeat)
                .onOverflow().drop().map(tick -> silence.begun()
                        ? sse.newEventBuilder().name("stale").mediaType(MediaType.APPLICATION_JSON_TYPE)
                                .data(String.class, "{\"stale\":true}").build()
                        : sse.newEventBuilder().comment("heartbeat").build());
        return Multi.createBy().merging().streams(readings, beats);
    }

    private void attach(String deviceId, MultiEmitter<? super String> emitter, AtomicInteger waiting) {
        LiveViewer viewer = new LiveViewer() {
            @Override
            public void offer(String reading) {
                if (waiting.get() >= buffer) {
                    dropped.increment();
                    return;
                }
                waiting.incrementAndGet();
                emitter.emit(reading);
            }

            @Override
            public void end() {
                emitter.complete();
            }
        };
        hub.add(deviceId, viewer);
        emitter.onTermination(() -> hub.remove(deviceId, viewer));
    }
}
