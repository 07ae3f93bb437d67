package io.greenstack.api.command;

import java.util.Locale;

/** How far a command is. */
enum CommandState {
    /** Stored; the broker has not acknowledged it yet. */
    QUEUED,
    /** The broker has acknowledged it. */
    SENT,
    /** The device says that it is done. */
    ANSWERED,
    /** The device says that it could not do it, or the broker does not take it. */
    FAILED,
    /** The device did not answer in time. */
    TIMED_OUT;

    /** As in JSON. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more is waited for. */
    boolean done() {
        return this != QUEUED && this != SENT;
    }
}
