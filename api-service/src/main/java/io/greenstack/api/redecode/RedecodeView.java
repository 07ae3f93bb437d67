package io.greenstack.api.redecode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.greenstack.descriptions.Sparse;

/**
 * How far a job is.
 *
 * @param id its id
 * @param state what it is doing
 * @param devices devices it is about
 * @param devicesRead of those, how many were read from the store
 * @param queued messages handed to ingestion
 * @param written of those, how many were decoded and stored
 * @param deadLettered of those, how many could not be decoded; they are dead letters
 * @param detail what went wrong
 */
record RedecodeView(String id, State state, long devices, long devicesRead, long queued, long written,
        long deadLettered, String detail) implements Sparse {

    /** What is read of a job. */
    static final List<String> NOTES = List.of("state", "noted_at", "devices", "devices_read", "detail", "queued",
            "written",
            "dead_lettered");

    /** A job that says nothing for so long is not worked on any more. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    /** States of a job. */
    enum State {
        /** Others come first. */
        WAITING,
        /** Raw data is read and handed to ingestion. */
        READING,
        /** All is handed over. */
        DECODING,
        /** All is decoded. */
        FINISHED,
        /** It ended early; what was handed over is decoded. */
        FAILED
    }

    static RedecodeView of(String id, Map<String, String> notes, Instant now) {
        State state = State.valueOf(notes.getOrDefault("state", State.WAITING.name()).toUpperCase(Locale.ROOT));
        long queued = number(notes, "queued");
        long written = number(notes, "written");
        long deadLettered = number(notes, "dead_lettered");
        String detail = notes.get("detail");
        if (state == State.DECODING && written + deadLettered >= queued) {
            state = State.FINISHED;
        } else if (state == State.READING && Instant.parse(notes.get("noted_at")).isBefore(now.minus(SILENCE))) {
            state = State.FAILED;
            detail = "The service that worked on it is gone; begin it again.";
        }
        return new RedecodeView(id, state, number(notes, "devices"), number(notes, "devices_read"), queued, written,
                deadLettered, detail);
    }

    private static long number(Map<String, String> notes, String name) {
        return Long.parseLong(notes.getOrDefault(name, "0"));
    }
}
