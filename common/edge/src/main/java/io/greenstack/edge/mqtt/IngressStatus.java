package io.greenstack.edge.mqtt;

import java.time.Instant;

/**
 * What the ingress is doing, for health data.
 *
 * @param connected whether the broker has accepted the connection and all subscriptions
 * @param paused whether reading is suspended because the bound is reached
 * @param retrying how many handler calls are waiting to be repeated because a dependency is away
 * @param queued messages waiting for the handler
 * @param inFlight messages not yet settled, queued ones included
 * @param unacknowledged QoS 1 messages of the present connection for which no PUBACK was sent yet
 * @param oldestMs how long the oldest of those has waited, ms; 0 while there is none
 * @param connects successful connections since the start
 * @param lastChange time of the last connect or disconnect, or null
 * @param lastError reason of the last disconnect or failed connect, or null
 */
public record IngressStatus(boolean connected, boolean paused, int retrying, int queued, int inFlight,
        int unacknowledged, long oldestMs, long connects, Instant lastChange, String lastError) {}
