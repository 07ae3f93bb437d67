package io.greenstack.bridge.dialect.ifm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.bridge.dialect.CanonicalMessages;
import io.greenstack.bridge.dialect.Dialect;
import io.greenstack.bridge.dialect.JsonPayloads;
import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Translation;
import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceIds;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.TopicFilter;
import io.greenstack.core.message.Unused;

/**
 * Notifications of the IoT core of ifm masters. The master is the first part of {@code srcurl}, or the last level of the topic
 * where neither it nor a key has one; a device is {@code {master}:{port}}. Of each port, {@code iolinkdevice/pdin} and {@code pdout} are
 * its process data, {@code vendorid}, {@code deviceid}, {@code productname} and {@code serial} its identity; what the master
 * says of itself ({@code processdatamaster/...}) are values of the master. A data point with a code other than 200 has no value;
 * when it is process data, no device answers at the port.
 */
public final class IfmDialect implements Dialect {

    private static final Pattern PORT = Pattern
            .compile("(?<name>[^/]*)/?iolinkmaster/port\\[(\\d{1,3})]/(.+)");
    private static final Pattern MASTER = Pattern.compile("(?<name>[^/]*)/?processdatamaster/([A-Za-z0-9_]+)");
    /** Elements with which a source begins when it carries no name. */
    private static final Set<String> TREE = Set.of("iolinkmaster", "processdatamaster", "deviceinfo", "devicetag",
            "connections", "firmware", "fieldbussetup", "iotsetup");
    /** Members beside data points where a notification has no payload of its own. */
    private static final Set<String> ENVELOPE = Set.of("srcurl", "eventno", "cid", "adr", "code");
    private static final int MOST_PORTS = 10_000;
    private static final Map<String, String> UNITS = Map.of("temperature", "°C", "voltage", "V", "current", "A");

    private final List<String> filters;
    private final List<TopicFilter> topics;
    private final CanonicalMessages messages;
    private final Map<DeviceId, Boolean> present = BoundedMap.ofUsed(MOST_PORTS);

    /**
     * @param filters topic filters on which masters publish
     * @param messages writes what is published
     */
    public IfmDialect(List<String> filters, CanonicalMessages messages) {
        this.filters = List.copyOf(filters);
        this.topics = filters.stream().map(TopicFilter::of).toList();
        this.messages = messages;
    }

    @Override
    public String name() {
        return "ifm";
    }

    @Override
    public List<String> filters() {
        return filters;
    }

    @Override
    public boolean matches(String topic) {
        return topics.stream().anyMatch(filter -> filter.matches(topic));
    }

    @Override
    public Translation translate(InboundMessage message) {
        return JsonPayloads.translate(message.payload(), body -> translate(message, body));
    }

    private Translation translate(InboundMessage message, JsonNode body) {
        JsonNode data = body.path("data");
        JsonNode points = data.path("payload").isObject() ? data.path("payload") : data;
        if (!points.isObject()) {
            throw new PayloadException(RejectReason.UNKNOWN_SHAPE,
                    "A notification of an ifm master has an object 'data' or 'data.payload'");
        }
        String source = data.path("srcurl").asText("");
        Map<Integer, IfmPort> ports = new TreeMap<>();
        List<NamedValue> own = new ArrayList<>();
        List<Unused> unused = new ArrayList<>();
        List<String> events = new ArrayList<>();
        String[] named = {name(source)};
        points.fields().forEachRemaining(point -> {
            Matcher port = PORT.matcher(point.getKey());
            Matcher self = MASTER.matcher(point.getKey());
            if (port.matches()) {
                named[0] = named[0].isEmpty() ? port.group("name") : named[0];
                if (port.group(3).endsWith("event")) {
                    events.add(point.getKey());
                } else {
                    String left = ports.computeIfAbsent(Integer.valueOf(port.group(2)), IfmPort::new)
                            .take(port.group(3), point.getValue());
                    if (left != null) {
                        unused.add(new Unused(left, point.getKey()));
                    }
                }
            } else if (self.matches() && IfmPort.value(point.getValue()).isNumber()) {
                named[0] = named[0].isEmpty() ? self.group("name") : named[0];
                own.add(new NamedValue(self.group(2), IfmPort.value(point.getValue()).doubleValue(),
                        UNITS.get(self.group(2))));
            } else if (!ENVELOPE.contains(point.getKey())) {
                unused.add(new Unused(unused(self.matches(), point.getValue()), point.getKey()));
            }
        });
        String master = named[0].isEmpty()
                ? message.topic().substring(message.topic().lastIndexOf('/') + 1)
                : named[0];
        List<Publication> publications = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (IfmPort port : ports.values()) {
            DeviceId device = DeviceIds.of(master, String.valueOf(port.number()));
            if (port.tellsState() && !Boolean.valueOf(port.answers()).equals(present.put(device, port.answers()))) {
                publications.add(messages.status(device, port.answers(), message.receivedAt()));
            }
            publications.addAll(port.publications(device, message.receivedAt(), messages, faults, unused));
        }
        if (!own.isEmpty()) {
            publications.addAll(messages.values(DeviceIds.of(master), own, message.receivedAt()));
        }
        PayloadException rejection = !faults.isEmpty()
                ? new PayloadException(RejectReason.BAD_OCTETS, String.join("; ", faults))
                : events.isEmpty()
                        ? null
                        : new PayloadException(RejectReason.UNKNOWN_SHAPE, events.size()
                                + " event(s) of ports in a form that is not known, the first is '" + events.get(0)
                                + "'");
        return new Translation(publications, rejection, unused);
    }

    /** The master's name in front of a source; without one it begins with an element of the tree. */
    private static String name(String source) {
        int slash = source.indexOf('/');
        String first = slash < 0 ? source : source.substring(0, slash);
        return first.indexOf('[') >= 0 || TREE.contains(first) ? "" : first;
    }

    private static String unused(boolean ofMaster, JsonNode point) {
        if (point.isObject() && !IfmPort.answered(point)) {
            return IfmPort.NO_ANSWER;
        }
        return ofMaster ? "value of the master that is no number" : "data point";
    }
}
