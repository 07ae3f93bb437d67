package io.greenstack.edge.sink;

import java.util.List;

import io.greenstack.core.message.ItemFault;
import io.greenstack.edge.intake.PauseException;

/** What became of one message. */
public sealed interface SinkResult {

    /** All of it is stored. */
    SinkResult STORED = new Stored();

    /** All of it is stored. */
    record Stored() implements SinkResult {}

    /**
     * Stored are all readings but some, which can never be.
     *
     * @param faults what is wrong with those, at least one
     */
    record Partly(List<ItemFault> faults) implements SinkResult {}

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
