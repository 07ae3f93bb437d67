package io.greenstack.platform.outbound;

/**
 * A message of the queue that can never be published.
 *
 * @param why for people
 */
public record OutboundRefusal(OutboundEntry entry, String why) {}
