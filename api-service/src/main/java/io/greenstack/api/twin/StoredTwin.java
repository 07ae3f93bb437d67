package io.greenstack.api.twin;

import java.time.Instant;

import io.greenstack.api.twin.model.Twin;

/**
 * A twin as the database has it.
 *
 * @param deviceId the device
 * @param twin the twin
 * @param publishedVersion version up to which its messages are on their way to the broker
 * @param createdAt first write
 * @param updatedAt latest change
 */
record StoredTwin(String deviceId, Twin twin, long publishedVersion, Instant createdAt, Instant updatedAt) {

    /** The twin after a change. */
    StoredTwin with(Twin next, Instant now) {
        return new StoredTwin(deviceId, next, publishedVersion, createdAt, now);
    }

    /** Whether messages about it are due. */
    boolean due() {
        return publishedVersion < twin.desiredVersion() || publishedVersion < twin.deltaVersion();
    }
}
