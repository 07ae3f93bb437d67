package io.greenstack.api.event;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.greenstack.api.device.DeviceEvents;
import io.greenstack.api.event.EventRepository.StoredEvent;
import io.greenstack.api.event.EventResource.EventBatch;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.api.platform.Retries;
import io.greenstack.api.telemetry.LiveChannel;
import io.greenstack.api.telemetry.LiveStreams;
import io.greenstack.platform.redis.RedisKeys;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Events of devices. */
@ApplicationScoped
class EventService {

    private final EventRepository events;
    private final EventTexts texts;
    private final Event<StoredEvents> stored;
    private final LiveStreams streams;
    private final LiveChannel<StoredEvent> channel;

    public EventService(EventRepository events, EventTexts texts, Event<StoredEvents> stored, LiveStreams streams) {
        this.events = events;
        this.texts = texts;
        this.stored = stored;
        this.streams = streams;
        this.channel = streams.channel(RedisKeys.EVENT_CHANNEL, StoredEvent.class);
    }

    /** Stores events in one transaction; may be repeated. */
    EventOutcomes store(EventBatch batch) {
        List<StoredEvent> results = Retries
                .onConflict(() -> QuarkusTransaction.requiringNew().call(() -> insert(batch)));
        channel.publish(results.stream().filter(Objects::nonNull).toList());
        return new EventOutcomes(results.stream()
                .map(event -> event == null ? EventOutcomes.Outcome.KNOWN : EventOutcomes.Outcome.STORED).toList());
    }

    /** What is made of events is stored with them or not at all. */
    private List<StoredEvent> insert(EventBatch batch) {
        List<StoredEvent> results = events.insert(batch.events());
        List<StoredEvent> news = results.stream().filter(Objects::nonNull).toList();
        if (!news.isEmpty()) {
            stored.fire(new StoredEvents(texts.named(news)));
        }
        return results;
    }

    /** One page of events with their texts, newest first. */
    Page<EventView> page(EventFilter filter, PageRequest page, LanguageQuery language) {
        Page<StoredEvent> found = events.page(filter, page);
        return new Page<>(texts.explain(found.items(), language), found.total(), page);
    }

    /** Events from now on, with a comment now and then. */
    Multi<OutboundSseEvent> stream(String deviceId, LanguageQuery language, Sse sse) {
        language.wanted();
        Multi<OutboundSseEvent> news = channel.open()
                .filter(event -> deviceId == null || deviceId.equals(event.deviceId()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(event -> texts.explain(List.of(event), language).get(0))
                .map(view -> sse.newEventBuilder().name("event").id(Long.toString(view.id()))
                        .mediaType(MediaType.APPLICATION_JSON_TYPE).data(EventView.class, view).build());
        return streams.withHeartbeat(news, sse);
    }

    void onDeleted(@Observes DeviceEvents.Deleted deleted) {
        events.forgetActive(deleted.deviceIds());
    }

    /**
     * What became of the events of a batch.
     *
     * @param results one for each event, in the same order
     */
    record EventOutcomes(List<Outcome> results) {

        /**
         * What became of an event.
         *
         * @param status {@code stored}, or {@code known} if it is there already
         */
        @RegisterForReflection
        public record Outcome(String status) {

            static final Outcome STORED = new Outcome("stored");
            static final Outcome KNOWN = new Outcome("known");
        }
    }
}
