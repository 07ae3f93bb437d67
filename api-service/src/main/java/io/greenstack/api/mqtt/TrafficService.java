package io.greenstack.api.mqtt;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.telemetry.LiveStreams;
import io.greenstack.core.message.TopicFilter;
import io.greenstack.platform.redis.RedisKeys;
import io.smallrye.mutiny.Multi;

/** Live traffic of the broker. */
@ApplicationScoped
class TrafficService {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int HEARTBEAT_TICKS = 10;

    private final LiveStreams streams;
    private final WatchAnnouncer announcer;

    public TrafficService(LiveStreams streams, WatchAnnouncer announcer) {
        this.streams = streams;
        this.announcer = announcer;
    }

    /**
     * Messages from now on: {@code message} events, and {@code dropped} ones that say how many are missing.
     *
     * @throws ApiException 400 when the text is no topic filter
     */
    Multi<OutboundSseEvent> stream(String text, Sse sse) {
        TopicFilter filter = filter(text);
        AtomicLong missed = new AtomicLong();
        announcer.add(text);
        Multi<OutboundSseEvent> messages = streams
                .open(RedisKeys.TRAFFIC_CHANNEL, message -> wanted(message, filter, missed), missed::incrementAndGet)
                .map(message -> event(sse, "message", message));
        Multi<OutboundSseEvent> ticks = Multi.createFrom().ticks().every(TICK).onOverflow().drop()
                .onItem().transformToMultiAndConcatenate(tick -> {
                    long count = missed.getAndSet(0);
                    if (count > 0) {
                        return Multi.createFrom().item(event(sse, "dropped", "{\"dropped\":" + count + '}'));
                    }
                    return tick % HEARTBEAT_TICKS == 0
                            ? Multi.createFrom().item(sse.newEventBuilder().comment("heartbeat").build())
                            : Multi.createFrom().empty();
                });
        return Multi.createBy().merging().streams(messages, ticks).onTermination().invoke(() -> announcer.remove(text));
    }

    private static OutboundSseEvent event(Sse sse, String name, String json) {
        return sse.newEventBuilder().name(name).mediaType(MediaType.TEXT_PLAIN_TYPE).data(String.class, json).build();
    }

    private static TopicFilter filter(String text) {
        if (text == null || text.isEmpty() || text.startsWith("$share/")) {
            throw ApiException.invalidParameter("topic",
                    "a topic filter is needed, such as devices/+/telemetry or devices/%23 (an encoded #)");
        }
        TopicText.check(text);
        try {
            return TopicFilter.of(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalidParameter("topic", e.getMessage());
        }
    }

    /** Whether a message is one for a filter; counts what the bridge had to leave out, which may have been for any. */
    static boolean wanted(String message, TopicFilter filter, AtomicLong missed) {
        try (JsonParser json = JSON.createParser(message)) {
            if (json.nextToken() == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("topic")) {
                    return filter.matches(json.getText());
                }
                if (name.equals("dropped")) {
                    missed.addAndGet(json.getLongValue());
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
