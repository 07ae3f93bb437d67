package io.greenstack.edge.sink;

import io.greenstack.edge.intake.PauseException;

/** What became of one message. */
public sealed interface SinkResult {

    /** All of it is stored. */
    SinkResult STORED = new Stored();

    /** All of it is stored. */
    record Stored() implements SinkResult {}

    /**
     * It can never be stored.
     *
     * @param reason one of {@link io.greenstack.core.message.RejectReason}
     * @param detail for people
     */
    record Refused(String reason, String detail) implements SinkResult {}

    /**
     * It comes again.
     *
     * @param why the store is away, or asks for a pause
     */
    record Waits(PauseException why) implements SinkResult {}
}
