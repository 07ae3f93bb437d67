package io.greenstack.api.twin.model;

/**
 * Where the present value of a leaf comes from.
 *
 * @param timestamp when it was set, in milliseconds since 1970; the device's own time where its report had one
 * @param source {@code device}, or {@code user:} and the name of whoever set it
 * @param version version of the twin that this value came with
 */
public record LeafMeta(long timestamp, String source, long version) {}
