package io.greenstack.api.mqtt;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that waits to be published.
 *
 * @param state always {@code queued}: it is on its way, in order, and is not lost any more
 */
record Published(UUID id, String topic, int qos, boolean retain, String state, Instant timestamp) {}
