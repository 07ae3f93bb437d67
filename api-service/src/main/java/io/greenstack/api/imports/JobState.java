package io.greenstack.api.imports;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where a job is. */
@RegisterForReflection
enum JobState {
    /** Waits for the job before it. */
    @JsonProperty("queued")
    QUEUED,
    /** At work. */
    @JsonProperty("running")
    RUNNING,
    /** Went through all files; some may have been refused. */
    @JsonProperty("done")
    DONE,
    /** Ended on request; what was stored before stays. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** Ended early because of an error that is not a file's. */
    @JsonProperty("failed")
    FAILED,
    /** The service stopped while it was at work; started again, it goes on where it was. */
    @JsonProperty("interrupted")
    INTERRUPTED;

    boolean active() {
        return this == QUEUED || this == RUNNING;
    }
}
