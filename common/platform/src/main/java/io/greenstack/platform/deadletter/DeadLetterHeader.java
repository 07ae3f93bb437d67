package io.greenstack.platform.deadletter;

import java.time.Instant;

/**
 * A stored dead letter without its payload, for lists and counts.
 *
 * @param id id in the stream: milliseconds of its storing, a hyphen and a number
 * @param service service that gave the message up
 * @param reason stable code in kebab-case
 * @param detail what exactly was wrong, for people; may be empty
 * @param topic MQTT topic it came on
 * @param qos its quality of service, 0 to 2
 * @param deviceId device of the topic, null if the topic names none that is valid
 * @param receivedAt when the service received it
 * @param storedAt when it was set aside
 * @param traceparent W3C trace context under which it was handled, null if there is none
 * @param replayOf id of the dead letter whose replay failed again, null if the message came from the broker
 * @param payloadSize size in octets of the payload as it was received
 * @param cut whether less than that is stored; such a message cannot be replayed
 */
public record DeadLetterHeader(String id, String service, String reason, String detail, String topic, int qos,
        String deviceId, Instant receivedAt, Instant storedAt, String traceparent, String replayOf, int payloadSize,
        boolean cut) {}
