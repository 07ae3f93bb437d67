package io.greenstack.api.description;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A stored file with its octets.
 *
 * @param summary what it is
 * @param content its octets
 */
@RegisterForReflection
public record StoredFile(FileSummary summary, byte[] content) {}
