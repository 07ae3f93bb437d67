package io.greenstack.bridge.namespace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.sparkplug.SparkplugWriter;
import io.greenstack.bridge.dialect.sparkplug.SparkplugWriter.Metric;
import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.layout.LayoutLookup;

/**
 * What an edge node says (Sparkplug 3.0): births of itself and of its devices, then values that changed, numbered from 0 to 255. A
 * device of which something is new that its birth did not name is born again. Not thread-safe.
 */
final class NodeSession {

    static final String NAMESPACE = "spBv1.0";

    private static final int SEQUENCES = 256;
    private static final int AT_ONCE = 500;

    private final String group;
    private final String node;
    private final Function<Collection<String>, Map<String, LayoutLookup>> layouts;
    private final Map<String, NodeDevice> devices;
    private long seq;
    private long aliases;

    /** @param layouts what is known of the process data of devices */
    NodeSession(String group, String node, int mostDevices,
            Function<Collection<String>, Map<String, LayoutLookup>> layouts) {
        this.group = group;
        this.node = node;
        this.layouts = layouts;
        this.devices = BoundedMap.ofUsed(mostDevices);
    }

    /** Topic under which the edge node gets commands. */
    String commandTopic() {
        return topic("NCMD", null);
    }

    /** Filter of all that the edge node says. */
    String topics() {
        return topic("+", "#");
    }

    private String topic(String type, String device) {
        return NAMESPACE + "/" + group + "/" + type + "/" + node + (device == null ? "" : "/" + device);
    }

    /** The death of a session, also its last will. */
    Publication death(long session, Instant now) {
        return new Publication(topic("NDEATH", null),
                SparkplugWriter.payload(now, null, List.of(SparkplugWriter.session(session, now))), 1, false);
    }

    /** Births of the edge node and of all devices that have spoken; a rebirth keeps the number of the session. */
    List<Publication> births(long session, Instant now) {
        seq = 0;
        aliases = 0;
        devices.values().forEach(NodeDevice::unborn);
        List<Publication> said = new ArrayList<>();
        said.add(say("NBIRTH", null, now,
                List.of(SparkplugWriter.session(session, now), SparkplugWriter.rebirth(now))));
        List<String> ids = List.copyOf(devices.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Map<String, LayoutLookup> known = layouts.apply(some);
            some.forEach(id -> said.add(birth(id, devices.get(id), known.get(id), now)));
        }
        return said;
    }

    /** What readings say that is new; a birth of a device has its values already. */
    List<Publication> readings(List<NamespaceReading> readings, Instant now) {
        Set<String> spoke = new LinkedHashSet<>();
        for (NamespaceReading reading : readings) {
            spoke.add(reading.deviceId());
        }
        Map<String, LayoutLookup> known = layouts.apply(spoke);
        List<Publication> said = new ArrayList<>();
        for (NamespaceReading reading : readings) {
            NodeDevice device = devices.computeIfAbsent(reading.deviceId(), id -> new NodeDevice());
            List<NamespaceValue> changed = device.take(reading);
            if (!device.born() || !device.covers(changed)) {
                said.add(birth(reading.deviceId(), device, known.get(reading.deviceId()), now));
            } else if (!changed.isEmpty()) {
                said.add(say("DDATA", reading.deviceId(), now, device.data(changed, reading.time())));
            }
        }
        return said;
    }

    private Publication birth(String id, NodeDevice device, LayoutLookup layout, Instant now) {
        return say("DBIRTH", id, now, device.birth(layout, () -> ++aliases));
    }

    private Publication say(String type, String device, Instant now, List<Metric> metrics) {
        long number = seq;
        seq = (seq + 1) % SEQUENCES;
        return new Publication(topic(type, device), SparkplugWriter.payload(now, number, metrics), 0, false);
    }
}
