package io.greenstack.api.deadletter;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonAnySetter;

import io.greenstack.api.platform.ApiException;
import io.greenstack.core.message.TopicFilter;
import io.greenstack.platform.deadletter.DeadLetterHeader;

/**
 * Which dead letters are meant. Every member may be null.
 *
 * @param service service that gave them up
 * @param reason code
 * @param deviceId device
 * @param topic MQTT topic filter
 * @param from the earliest time at which they were set aside
 * @param to the latest time at which they were set aside
 */
record DeadLetterFilter(String service, String reason, String deviceId, String topic, Instant from,
        Instant to) {

    /** All of them. */
    static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null, null, null, null);

    public DeadLetterFilter {
        try {
            if (topic != null) {
                TopicFilter.of(topic);
            }
        } catch (IllegalArgumentException e) {
            throw ApiException.invalidParameter("topic", e.getMessage());
        }
    }

    /** A misspelt member must not widen what is replayed or deleted. */
    @JsonAnySetter
    void refuse(String name, Object value) {
        throw new IllegalArgumentException("unknown member");
    }

    boolean unrestricted() {
        return equals(ALL);
    }

    boolean asks(String name) {
        return service == null || service.equals(name);
    }

    /** Whether an entry within the time range is meant. */
    boolean matches(DeadLetterHeader letter) {
        return (reason == null || reason.equals(letter.reason()))
                && (deviceId == null || deviceId.equals(letter.deviceId()))
                && (topic == null || TopicFilter.of(topic).matches(letter.topic()));
    }

    /** Newest stream id of the range. */
    String newest() {
        return to == null ? "+" : Long.toString(Math.max(0, to.toEpochMilli()));
    }

    /** Oldest stream id of the range. */
    String oldest() {
        return from == null ? "-" : Long.toString(Math.max(0, from.toEpochMilli()));
    }
}
