package io.greenstack.api.event;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.greenstack.api.telemetry.LiveStreams;
import io.greenstack.platform.redis.RedisKeys;
import io.greenstack.platform.redis.RedisPipeline;
import io.smallrye.mutiny.Multi;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** Events on their way to viewers of all replicas; while Redis is away viewers see none, and the list has them all. */
@ApplicationScoped
public class EventChannel {

    private static final Logger LOG = Logger.getLogger(EventChannel.class);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final RedisPipeline redis;
    private final LiveStreams streams;
    private final ObjectMapper json;

    @Inject
    public EventChannel(RedisPipeline redis, LiveStreams streams, ObjectMapper json) {
        this.redis = redis;
        this.streams = streams;
        this.json = json;
    }

    /** Tells viewers of events that are stored; does not wait, and does not fail. */
    void publish(List<StoredEvent> events) {
        List<Request> messages = events.stream().filter(Objects::nonNull)
                .map(event -> Request.cmd(Command.PUBLISH).arg(RedisKeys.EVENT_CHANNEL).arg(write(event))).toList();
        redis.batch(messages).ifNoItem().after(LIMIT).fail().subscribe().with(answers -> {},
                failure -> LOG.debugf("Viewers were not told of %d events: %s", messages.size(), failure.getMessage()));
    }

    /** Events of a device, or of all if the id is null, from now on. */
    Multi<StoredEvent> open(String deviceId) {
        return streams.open(RedisKeys.EVENT_CHANNEL).map(this::read)
                .filter(event -> deviceId == null || deviceId.equals(event.deviceId()));
    }

    private String write(StoredEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be written", e);
        }
    }

    private StoredEvent read(String text) {
        try {
            return json.readValue(text, StoredEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event cannot be read", e);
        }
    }
}
