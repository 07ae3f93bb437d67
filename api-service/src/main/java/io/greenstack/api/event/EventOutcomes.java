package io.greenstack.api.event;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of the events of a batch.
 *
 * @param results one for each event, in the same order
 */
record EventOutcomes(List<Outcome> results) {

    /**
     * What became of an event.
     *
     * @param status {@code stored}, or {@code known} if it is there already
     */
    @RegisterForReflection
    public record Outcome(String status) {

        static final Outcome STORED = new Outcome("stored");
        static final Outcome KNOWN = new Outcome("known");
    }
}
