package io.greenstack.core.message;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonFactory;

/**
 * Reads payloads that are one JSON object. Immutable and thread-safe.
 *
 * @param <T> what a payload says
 */
abstract class MessageReader<T> {

    private final ClockRule rule;
    private final PayloadLimits limits;
    private final JsonFactory factory;

    /** @param rule what a time of a device is worth that lies ahead of ours */
    MessageReader(ClockRule rule, PayloadLimits limits) {
        this.rule = rule;
        this.limits = limits;
        this.factory = PayloadCursor.factory(limits);
    }

    /**
     * Reads a payload.
     *
     * @param arrival when it arrived; stands in for a timestamp that is missing
     * @throws PayloadException with the reason, the member and its position; {@link RejectReason#EMPTY_PAYLOAD} also for the
     *         empty payload that clears a retained message
     */
    public final T read(byte[] payload, Instant arrival) {
        return PayloadCursor.read(factory, limits, payload, cursor -> read(cursor, rule, arrival));
    }

    abstract T read(PayloadCursor payload, ClockRule rule, Instant arrival) throws IOException;
}
