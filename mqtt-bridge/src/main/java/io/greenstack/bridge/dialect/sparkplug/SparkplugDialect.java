package io.greenstack.bridge.dialect.sparkplug;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.greenstack.bridge.dialect.CanonicalMessages;
import io.greenstack.bridge.dialect.Dialect;
import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Translation;
import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceIds;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Unused;

/**
 * Sparkplug B as a host application sees it. An edge node is the device {@code {group}:{node}}, a device behind it
 * {@code {group}:{node}:{device}}. Births register a device, say that it is there and carry its first values; data carries
 * values under their time; deaths say that it is gone, those of an edge node also of all devices behind it. An edge node of
 * which a message is missing, or of which no birth is known, is asked for a rebirth; what can be understood meanwhile is passed
 * on, what cannot (an alias without its name) becomes a dead letter.
 * <p>
 * The order of messages matters, so one bridge only may listen to a group.
 */
public final class SparkplugDialect implements Dialect {

    static final String BIRTH_DEATH_SEQUENCE = "bdSeq";

    private static final String REBIRTH = "Node Control/Rebirth";
    private static final int MOST_NODES = 2_000;

    private final List<String> groups;
    private final Duration rebirthInterval;
    private final BirthStore births;
    private final SparkplugHeard heard;
    private final CanonicalMessages messages;
    private final Map<String, EdgeNode> nodes = BoundedMap.ofUsed(MOST_NODES);

    /**
     * @param groups groups to listen to, or {@code +} for all
     * @param rebirthInterval shortest time between two rebirth requests to the same edge node
     * @param births keeps birth certificates
     * @param heard is told all values
     * @param messages writes what is published
     */
    public SparkplugDialect(List<String> groups, Duration rebirthInterval, BirthStore births, SparkplugHeard heard,
            CanonicalMessages messages) {
        this.groups = List.copyOf(groups);
        this.rebirthInterval = rebirthInterval;
        this.births = births;
        this.heard = heard;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "sparkplug";
    }

    @Override
    public List<String> filters() {
        List<String> filters = new ArrayList<>();
        for (String group : groups) {
            for (SparkplugTopic.Type type : SparkplugTopic.Type.values()) {
                filters.add(SparkplugTopic.NAMESPACE + "/" + group + "/" + type + (type.ofDevice() ? "/+/+" : "/+"));
            }
        }
        return filters;
    }

    @Override
    public boolean matches(String topic) {
        return topic.startsWith(SparkplugTopic.NAMESPACE + "/");
    }

    @Override
    public Translation translate(InboundMessage message) {
        SparkplugTopic topic = SparkplugTopic.parse(message.topic());
        SparkplugPayload payload = SparkplugCodec.read(message.payload());
        EdgeNode node = node(topic);
        return switch (topic.type()) {
            case NDEATH -> death(topic, payload, node, message.receivedAt());
            case NBIRTH, DBIRTH -> birth(topic, payload, node, message);
            case DDEATH -> deviceDeath(topic, payload, node, message);
            case NDATA, DDATA -> data(topic, payload, node, message);
        };
    }

    private EdgeNode node(SparkplugTopic topic) {
        EdgeNode known = nodes.get(topic.nodeKey());
        if (known != null) {
            return known;
        }
        EdgeNode node = new EdgeNode();
        Map<String, byte[]> kept = births.load(topic.nodeKey());
        if (kept.containsKey("")) {
            node.birth(SparkplugCodec.read(kept.get("")));
        }
        kept.forEach((device, birth) -> {
            if (!device.isEmpty()) {
                node.define(device, SparkplugCodec.read(birth));
            }
        });
        nodes.put(topic.nodeKey(), node);
        return node;
    }

    private Translation birth(SparkplugTopic topic, SparkplugPayload payload, EdgeNode node, InboundMessage message) {
        List<Publication> publications = new ArrayList<>();
        if (topic.type() == SparkplugTopic.Type.NBIRTH) {
            births.saveNode(topic.nodeKey(), message.payload());
            node.birth(payload);
            node.follows(payload.seq(), true);
        } else {
            boolean known = node.born();
            births.saveDevice(topic.nodeKey(), topic.device(), message.payload());
            node.define(topic.device(), payload);
            if (!follows(node, payload, message) || !known) {
                askForRebirth(topic, node, message.receivedAt(), publications);
            }
        }
        DeviceId device = device(topic);
        publications.add(registration(topic, device));
        publications.add(messages.status(device, true, time(payload, message.receivedAt())));
        PayloadException rejection = values(topic, payload, node, message, publications);
        return new Translation(publications, rejection, unused(payload, node, topic));
    }

    /** A dead letter that is replayed says nothing about what is missing now. */
    private static boolean follows(EdgeNode node, SparkplugPayload payload, InboundMessage message) {
        return message.replayOf() != null || node.follows(payload.seq(), message.duplicate());
    }

    private Publication registration(SparkplugTopic topic, DeviceId device) {
        return messages.object(TopicKind.REGISTER, device, false, json -> {
            json.writeStringField("name", topic.device() == null ? topic.node() : topic.device());
            json.writeStringField("sparkplug_group", topic.group());
            json.writeStringField("sparkplug_node", topic.node());
            if (topic.device() != null) {
                json.writeStringField("sparkplug_device", topic.device());
            }
        });
    }

    private Translation data(SparkplugTopic topic, SparkplugPayload payload, EdgeNode node, InboundMessage message) {
        List<Publication> publications = new ArrayList<>();
        PayloadException rejection = values(topic, payload, node, message, publications);
        if (!follows(node, payload, message) || rejection != null || !node.born()) {
            askForRebirth(topic, node, message.receivedAt(), publications);
        }
        return new Translation(publications, rejection, unused(payload, node, topic));
    }

    /** What a payload carries and has no place among values. */
    private static List<Unused> unused(SparkplugPayload payload, EdgeNode node, SparkplugTopic topic) {
        List<Unused> unused = new ArrayList<>(payload.unused());
        for (SparkplugMetric metric : payload.metrics()) {
            EdgeNode.Definition definition = node.definition(topic.device() == null ? "" : topic.device(), metric);
            if (definition != null && !housekeeping(definition.name())) {
                int datatype = metric.datatype() == 0 ? definition.datatype() : metric.datatype();
                MetricValues.unused(definition.name(), datatype, metric.value(), metric.unit(), unused);
            }
        }
        return unused;
    }

    private Translation deviceDeath(SparkplugTopic topic, SparkplugPayload payload, EdgeNode node,
            InboundMessage message) {
        List<Publication> publications = new ArrayList<>();
        publications.add(messages.status(device(topic), false, time(payload, message.receivedAt())));
        if (!follows(node, payload, message)) {
            askForRebirth(topic, node, message.receivedAt(), publications);
        }
        return Translation.of(publications);
    }

    /** The broker publishes it as a last will, so its own time is that of the connect; what counts is when it arrived. */
    private Translation death(SparkplugTopic topic, SparkplugPayload payload, EdgeNode node, Instant arrival) {
        if (!node.endedBy(payload)) {
            return Translation.NOTHING;
        }
        List<Publication> publications = new ArrayList<>();
        for (String device : node.devices()) {
            if (!device.isEmpty()) {
                publications.add(messages.status(DeviceIds.of(topic.group(), topic.node(), device), false, arrival));
            }
        }
        publications.add(messages.status(device(topic), false, arrival));
        return Translation.of(publications);
    }

    private static DeviceId device(SparkplugTopic topic) {
        return topic.device() == null
                ? DeviceIds.of(topic.group(), topic.node())
                : DeviceIds.of(topic.group(), topic.node(), topic.device());
    }

    private static Instant time(SparkplugPayload payload, Instant arrival) {
        return payload.timestamp() == null ? arrival : payload.timestamp();
    }

    private void askForRebirth(SparkplugTopic topic, EdgeNode node, Instant now, List<Publication> publications) {
        if (node.mayAsk(now, rebirthInterval)) {
            publications
                    .add(new Publication(topic.commandTopic(), SparkplugCodec.command(REBIRTH, true, now), 0, false));
        }
    }

    /** Adds the values of a payload, oldest first; returns why some cannot be understood, null if all are. */
    private PayloadException values(SparkplugTopic topic, SparkplugPayload payload, EdgeNode node,
            InboundMessage message, List<Publication> publications) {
        String device = topic.device() == null ? "" : topic.device();
        Map<Instant, List<NamedValue>> byTime = new TreeMap<>();
        List<Long> unknown = new ArrayList<>();
        for (SparkplugMetric metric : payload.metrics()) {
            EdgeNode.Definition definition = definition(node, device, metric, message);
            if (definition == null) {
                unknown.add(metric.alias());
            } else if (!housekeeping(definition.name())) {
                Instant time = metric.timestamp() == null ? time(payload, message.receivedAt()) : metric.timestamp();
                int datatype = metric.datatype() == 0 ? definition.datatype() : metric.datatype();
                String unit = metric.unit() == null ? definition.unit() : metric.unit();
                byTime.computeIfAbsent(time, when -> new ArrayList<>())
                        .addAll(MetricValues.of(definition.name(), datatype, metric.value(), unit));
            }
        }
        byTime.forEach((time, values) -> {
            List<NamedValue> last = distinct(values);
            publications.addAll(messages.values(device(topic), last, time));
            if (message.replayOf() == null) {
                heard.heard(device(topic), last);
            }
        });
        return unknown.isEmpty()
                ? null
                : new PayloadException(RejectReason.UNKNOWN_ALIAS,
                        unknown.size() + " metric(s) have an alias that no birth certificate explains, the first is "
                                + unknown.get(0));
    }

    /** An alias of a message that is replayed may have meant something else in the session it is from. */
    private static EdgeNode.Definition definition(EdgeNode node, String device, SparkplugMetric metric,
            InboundMessage message) {
        boolean aliasOnly = metric.name() == null || metric.name().isEmpty();
        return aliasOnly && message.replayOf() != null ? null : node.definition(device, metric);
    }

    private static boolean housekeeping(String name) {
        return BIRTH_DEATH_SEQUENCE.equals(name) || name.startsWith("Node Control/")
                || name.startsWith("Device Control/")
                || name.startsWith("_types_/");
    }

    /** Of several values of one metric at the same moment the last one counts. */
    private static List<NamedValue> distinct(List<NamedValue> values) {
        Map<String, NamedValue> last = new LinkedHashMap<>();
        values.forEach(value -> last.put(value.parameter(), value));
        return List.copyOf(last.values());
    }
}
