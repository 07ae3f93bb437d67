package io.greenstack.edge.mqtt;

import io.greenstack.platform.health.DependencyState;

/** State of the broker as the ingress sees it. */
public final class MqttProbe {

    /** Name of the dependency. */
    public static final String NAME = "mqtt";

    private MqttProbe() {}

    /** Up while connected with all subscriptions granted. */
    public static DependencyState of(IngressStatus status) {
        if (!status.connected()) {
            return DependencyState.down(NAME, status.lastError() == null ? "not connected yet" : status.lastError());
        }
        return new DependencyState(NAME, true, true,
                status.retrying() > 0 || status.paused()
                        ? "intake waits, " + status.inFlight() + " messages held"
                        : null);
    }
}
