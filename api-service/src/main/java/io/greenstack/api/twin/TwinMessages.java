package io.greenstack.api.twin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.api.twin.model.LeafMeta;
import io.greenstack.api.twin.model.Twin;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Topics;
import io.greenstack.platform.config.MqttConfig;
import io.greenstack.platform.outbound.OutboundMessage;
import io.greenstack.platform.outbound.TwinMessageId;

/**
 * What a device is told about its twin: {@code config/desired} (retained) and {@code config/delta}. Both are whole, so a later
 * one makes an earlier one superfluous, and both carry the version of the twin at which <em>they</em> last changed. So
 * versions only rise on each topic, and no message about something else can make a delta look old.
 */
@ApplicationScoped
class TwinMessages {

    private static final byte[] NOTHING = {};

    private final Topics topics;
    private final BiFunction<String, ObjectNode, Optional<ObjectNode>> writes;

    @Inject
    public TwinMessages(MqttConfig mqtt, TwinWrites writes) {
        this(new Topics(mqtt.topicPrefix()), writes::of);
    }

    TwinMessages(Topics topics, BiFunction<String, ObjectNode, Optional<ObjectNode>> writes) {
        this.topics = topics;
        this.writes = writes;
    }

    /**
     * The messages that are due about a twin, in the order in which they are to be published.
     *
     * @param traceparent of the change that they come from, null if it is not known
     */
    List<OutboundMessage> of(StoredTwin stored, String traceparent) {
        Twin twin = stored.twin();
        List<OutboundMessage> due = new ArrayList<>(2);
        if (stored.publishedVersion() < twin.desiredVersion()) {
            byte[] payload = twin.deleted()
                    ? NOTHING
                    : payload("desired", twin.desired().values(), twin.desiredVersion(), twin.desired().meta(),
                            Optional.empty());
            due.add(message(stored.deviceId(), TopicKind.CONFIG_DESIRED, twin.desiredVersion(), payload, true,
                    traceparent));
        }
        if (stored.publishedVersion() < twin.deltaVersion()) {
            byte[] payload = payload("delta", twin.delta(), twin.deltaVersion(), twin.desired().meta(),
                    writes.apply(stored.deviceId(), twin.delta()));
            due.add(message(stored.deviceId(), TopicKind.CONFIG_DELTA, twin.deltaVersion(), payload, false,
                    traceparent));
        }
        return due;
    }

    private OutboundMessage message(String deviceId, TopicKind kind, long version, byte[] payload, boolean retain,
            String traceparent) {
        return new OutboundMessage(new TwinMessageId(deviceId, kind.suffix(), version).toString(),
                topics.topic(kind, new DeviceId(deviceId)), payload, 1, retain, null, traceparent);
    }

    /** {@code timestamp}: newest change of what is wanted, ms since 1970; 0 when nothing is. */
    private static byte[] payload(String name, ObjectNode values, long version, Map<String, LeafMeta> wanted,
            Optional<ObjectNode> octets) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("version", version);
        long newest = 0;
        for (LeafMeta leaf : wanted.values()) {
            newest = Math.max(newest, leaf.timestamp());
        }
        message.put("timestamp", newest);
        message.set(name, values);
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        wanted.forEach((pointer, leaf) -> {
            if (!values.at(pointer).isMissingNode()) {
                metadata.putObject(pointer).put("timestamp", leaf.timestamp()).put("version", leaf.version());
            }
        });
        message.set("metadata", metadata);
        octets.ifPresent(message::setAll);
        return message.toString().getBytes(StandardCharsets.UTF_8);
    }
}
