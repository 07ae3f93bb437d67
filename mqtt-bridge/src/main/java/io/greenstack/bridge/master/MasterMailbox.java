package io.greenstack.bridge.master;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.greenstack.bridge.command.DeviceMailbox;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceTopic;
import io.greenstack.core.message.Topics;
import io.greenstack.edge.mqtt.IngressSettings;
import io.greenstack.edge.mqtt.MqttConnectionSettings;
import io.greenstack.platform.config.MqttConfig;
import io.vertx.core.Vertx;

/**
 * Gets the commands and wanted values of the devices on masters. The session in the broker is the same whichever bridge runs the
 * masters: what was not done goes to the next one, and the broker itself ends the connection of an earlier one.
 */
@Singleton
class MasterMailbox {

    private final Vertx vertx;
    private final MqttConnectionSettings connection;
    private final Topics topics;
    private final MasterCommands commands;
    private DeviceMailbox mailbox;

    MasterMailbox(Vertx vertx, MqttConfig config, Topics topics, MasterCommands commands) {
        this.vertx = vertx;
        this.connection = IngressSettings.connection(config)
                .with("greenstack-masters-" + config.topicPrefix().replace('/', '-'));
        this.topics = topics;
        this.commands = commands;
    }

    /**
     * Begins to take messages; further calls do nothing.
     *
     * @param places where a device hangs, null for one that belongs to no master
     */
    synchronized void open(Function<DeviceId, PortPlace> places) {
        if (mailbox == null) {
            mailbox = new DeviceMailbox(vertx, connection, topics,
                    (topic, payload) -> carryOut(places.apply(topic.deviceId()), topic, payload));
            mailbox.open();
        }
    }

    /** Takes no more messages; the broker keeps them. */
    synchronized void close() {
        if (mailbox != null) {
            mailbox.close();
            mailbox = null;
        }
    }

    private CompletableFuture<Void> carryOut(PortPlace place, DeviceTopic topic, byte[] payload) {
        return place == null ? CompletableFuture.completedFuture(null) : commands.carryOut(place, topic, payload);
    }
}
