package io.greenstack.api.description;

/**
 * A stored file with its octets.
 *
 * @param summary what it is
 * @param content its octets
 */
public record StoredFile(FileSummary summary, byte[] content) {}
