package io.greenstack.api.event;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Retries;
import io.greenstack.api.telemetry.TelemetrySettings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Events of devices. */
@ApplicationScoped
public class EventService {

    private final EventStore store;
    private final EventTexts texts;
    private final EventChannel channel;
    private final Duration heartbeat;

    @Inject
    public EventService(EventStore store, EventTexts texts, EventChannel channel, TelemetrySettings settings) {
        this.store = store;
        this.texts = texts;
        this.channel = channel;
        this.heartbeat = settings.stream().heartbeat();
    }

    /** Stores events in one transaction; may be repeated. */
    EventOutcomes store(EventBatch batch) {
        List<StoredEvent> stored = Retries.onConflict(() -> store.store(batch.events()));
        channel.publish(stored);
        return new EventOutcomes(stored.stream()
                .map(event -> event == null ? EventOutcomes.Outcome.KNOWN : EventOutcomes.Outcome.STORED).toList());
    }

    /** One page of events with their texts, newest first. */
    Page<EventView> page(EventFilter filter, PageRequest page, LanguageQuery language) {
        Page<StoredEvent> found = store.page(filter, page);
        return new Page<>(texts.explain(found.items(), language), found.total(), page);
    }

    /** Events from now on, with a comment now and then. */
    Multi<OutboundSseEvent> stream(String deviceId, LanguageQuery language, Sse sse) {
        language.wanted();
        Multi<OutboundSseEvent> events = channel.open(deviceId)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(event -> texts.explain(List.of(event), language).get(0))
                .map(view -> sse.newEventBuilder().name("event").id(Long.toString(view.id()))
                        .mediaType(MediaType.APPLICATION_JSON_TYPE).data(EventView.class, view).build());
        Multi<OutboundSseEvent> beats = Multi.createFrom().ticks().every(heartbeat).onOverflow().drop()
                .map(tick -> sse.newEventBuilder().comment("heartbeat").build());
        return Multi.createBy().merging().streams(events, beats);
    }
}
