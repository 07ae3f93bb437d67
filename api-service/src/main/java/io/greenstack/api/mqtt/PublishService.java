package io.greenstack.api.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.api.mqtt.MqttResource.PublishRequest;
import io.greenstack.api.platform.ApiException;
import io.greenstack.platform.outbound.OutboundFullException;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.OutboundQueue;

/** Publishes whatever operators want, through the queue of the bridge. */
@ApplicationScoped
class PublishService {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int MAX_PAYLOAD = 256 * 1024;

    private final OutboundQueue queue;
    private final Clock clock;

    public PublishService(OutboundQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Queues a message.
     *
     * @throws ApiException 400 for a topic or payload that is none, 413 for too long a payload, 503 when Redis is away or the
     *         queue is full
     */
    Published publish(PublishRequest request) {
        String topic = topic(request.topic());
        byte[] payload = payload(request);
        if (payload.length > MAX_PAYLOAD) {
            throw new ApiException(413, "payload-too-large",
                    "The payload has " + payload.length + " octets, the limit is " + MAX_PAYLOAD + '.');
        }
        UUID id = UUID.randomUUID();
        int qos = request.qos() == null ? 0 : request.qos();
        boolean retain = Boolean.TRUE.equals(request.retain());
        try {
            queue.append(List.of(new OutboundMessage("publish:" + id, topic, payload, qos, retain, null, null))).await()
                    .atMost(LIMIT);
        } catch (OutboundFullException e) {
            throw ApiException.unavailable("outbound-full", e.getMessage() + "; try again later.");
        } catch (RuntimeException e) {
            throw ApiException.unavailable("redis-unavailable", "The message was not taken, because Redis is away.");
        }
        return new Published(id, topic, qos, retain, "queued", clock.instant());
    }

    private static String topic(String topic) {
        TopicText.check(topic);
        if (topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0) {
            throw ApiException.invalidParameter("topic", "a message is published to one topic, without '+' and '#'");
        }
        if (topic.startsWith("$")) {
            throw ApiException.invalidParameter("topic", "topics that begin with '$' belong to the broker");
        }
        return topic;
    }

    private static byte[] payload(PublishRequest request) {
        JsonNode message = request.message();
        if ((message == null) == (request.base64() == null)) {
            throw ApiException.invalidParameter("message", "either 'message' or 'base64' is needed");
        }
        if (message != null) {
            return (message.isTextual() ? message.textValue() : message.toString()).getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(request.base64());
        } catch (IllegalArgumentException e) {
            throw ApiException.invalidParameter("base64", "it cannot be read as octets");
        }
    }

    /**
     * A message that waits to be published.
     *
     * @param state always {@code queued}: it is on its way, in order, and is not lost any more
     */
    record Published(UUID id, String topic, int qos, boolean retain, String state, Instant timestamp) {}
}
