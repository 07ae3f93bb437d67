package io.greenstack.edge.mqtt;

import java.util.Set;

import io.greenstack.core.message.InboundMessage;

/** What a connection is besides a way to publish; everything is asked and told on its event loop, and must not block. */
public interface MqttRole {

    /** The last will of the connection that is about to be made; asked anew for each one. */
    MqttWill will();

    /** What is listened to, with QoS 1; the broker must grant all of it. */
    Set<String> filters();

    /** The connection can be used. */
    void opened();

    /** A message arrived; it is acknowledged already. */
    void heard(InboundMessage message);

    /** A connection that could be used is gone. */
    void closed();
}
