package io.greenstack.edge.intake;

/** Where a message ended up; decides whether it is acknowledged to the broker. */
public enum Outcome {

    /** Durably stored, or deliberately ignored by contract. Acknowledged. */
    WRITTEN,

    /** Can never succeed; durably stored in the dead-letter stream with its reason. Acknowledged. */
    DEAD_LETTERED,

    /** A dependency is away. Not acknowledged; the message is handed to the handler again after a back-off. */
    RETRY
}
