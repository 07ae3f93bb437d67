package io.greenstack.api.health;

import io.greenstack.descriptions.Sparse;

/**
 * How messages flow through an instance of an edge service. Counts are those since it started; from the difference of two
 * answers comes the rate.
 *
 * @param service whose it is
 * @param instance which instance, host:port
 * @param received messages taken from the broker
 * @param written messages that reached durable storage
 * @param deadLettered messages set aside with a reason
 * @param inFlight messages held and not settled
 * @param connected whether it is connected to the broker
 * @param paused whether it has stopped reading because too much is held
 * @param oldestMs lag: how long the oldest message that is not stored has waited, ms; 0 while none waits
 * @param detail why the instance could not be asked; then the others are absent
 */
record MessageFlow(String service, String instance, Long received, Long written, Long deadLettered, Long inFlight,
        Boolean connected, Boolean paused, Long oldestMs, String detail) implements Sparse {

    static MessageFlow unknown(String service, String instance, String detail) {
        return new MessageFlow(service, instance, null, null, null, null, null, null, null, detail);
    }
}
