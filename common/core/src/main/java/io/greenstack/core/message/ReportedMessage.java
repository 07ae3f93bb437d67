package io.greenstack.core.message;

/**
 * A device's report of its configuration.
 *
 * @param timestamp when; its {@code timestamp} member, else its arrival
 */
public record ReportedMessage(Timestamp timestamp) {}
