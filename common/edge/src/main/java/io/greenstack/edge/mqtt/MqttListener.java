package io.greenstack.edge.mqtt;

import java.util.List;

import io.greenstack.core.message.InboundMessage;

/** What the user of a connection gets to know; always on the event loop. */
interface MqttListener {

    /** The broker has accepted the connection. */
    void connected(MqttConnection connection);

    /** A message arrived; packet id 0 for QoS 0. */
    default void arrived(int packetId, InboundMessage message) {}

    /** Answer to {@link MqttConnection#subscribe}: for each filter the granted QoS, or a reason from {@link MqttConnection#REFUSED} on. */
    default void subscribed(int packetId, List<Integer> reasons) {}

    /** Answer to {@link MqttConnection#unsubscribe}: the broker adds nothing more to what it has for this session. */
    default void unsubscribed() {}

    /** The broker took a message, or refused it with a reason from {@link MqttConnection#REFUSED} on. */
    default void acknowledged(int packetId, int reason, String text) {}

    /** Whether what arrived keeps the listener busy for a while, so that more can wait some milliseconds. */
    default boolean busy() {
        return false;
    }

    /** The connection ended or never came about; called once. */
    void ended(Throwable reason);
}
