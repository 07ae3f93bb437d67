package io.greenstack.api.telemetry;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.greenstack.api.device.DeviceService;
import io.greenstack.platform.redis.RedisKeys;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Live readings of a device as server-sent events. */
@ApplicationScoped
class StreamService {

    private final LiveStreams streams;
    private final DeviceService devices;
    private final Duration staleAfter;

    public StreamService(LiveStreams streams, DeviceService devices, TelemetrySettings settings) {
        this.streams = streams;
        this.devices = devices;
        this.staleAfter = settings.staleAfter();
    }

    /**
     * Readings from now on: a comment {@code listening} says that none is missed from there; then a comment now and then, and one event {@code stale} when nothing has come for a while, so that
     * nobody takes the last values for live ones; a viewer that is too slow misses some.
     */
    public Multi<OutboundSseEvent> stream(String deviceId, Sse sse) {
        devices.require(deviceId);
        SilenceWatch silence = new SilenceWatch(staleAfter, System::nanoTime);
        CompletableFuture<Void> listening = new CompletableFuture<>();
        Multi<OutboundSseEvent> begin = Uni.createFrom().completionStage(listening)
                .map(ignored -> sse.newEventBuilder().comment("listening").build()).toMulti();
        Multi<OutboundSseEvent> readings = streams
                .open(RedisKeys.telemetryChannel(deviceId), () -> listening.complete(null))
                .onItem().invoke(silence::heard)
                .map(reading -> sse.newEventBuilder().name("reading").mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(String.class, reading).build());
        return streams.withHeartbeat(Multi.createBy().merging().streams(begin, readings), () -> silence.begun()
                ? sse.newEventBuilder().name("stale").mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(String.class, "{\"stale\":true}").build()
                : sse.newEventBuilder().comment("heartbeat").build());
    }
}
