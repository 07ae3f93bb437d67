package io.greenstack.api.description;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What became of a file. */
@RegisterForReflection
public enum ImportStatus {
    /** Stored: a device that is new to the catalog, an older release, or a variant of a known release. */
    @JsonProperty("imported")
    IMPORTED,
    /** The same bytes are in the catalog already. */
    @JsonProperty("already_known")
    ALREADY_KNOWN,
    /** Stored, and as the newest release in place of another one, which stays in the catalog. */
    @JsonProperty("replaced")
    REPLACED,
    /** Not stored; the code says why. */
    @JsonProperty("refused")
    REFUSED,
    /** No device description, or of another format beside files that are. */
    @JsonProperty("ignored")
    IGNORED
}
