package io.greenstack.bridge.namespace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.greenstack.bridge.dialect.sparkplug.SparkplugWriter.Metric;
import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;

/** A device behind the edge node: its newest values, and what its birth said of them. Not thread-safe. */
final class NodeDevice {

    private static final int MOST_METRICS = 2_000;
    private static final int GOOD = 192;
    private static final int BAD = 0;

    private final Map<String, Latest> latest = new LinkedHashMap<>();
    private final Map<String, Defined> defined = new LinkedHashMap<>();
    private boolean born;

    private record Latest(NamespaceValue value, Instant time) {}

    private record Defined(long alias, NodeMetric metric) {}

    /** The session of its birth is over. */
    void unborn() {
        born = false;
    }

    boolean born() {
        return born;
    }

    /** Takes values; those that are other ones than before are returned. */
    List<NamespaceValue> take(NamespaceReading reading) {
        List<NamespaceValue> changed = new ArrayList<>(reading.values().size());
        for (NamespaceValue value : reading.values()) {
            Latest before = latest.get(value.parameter());
            boolean room = before != null || latest.size() < MOST_METRICS;
            if (room && (before == null || !before.time().isAfter(reading.time()))) {
                latest.put(value.parameter(), new Latest(value, reading.time()));
                if (before == null || !same(before.value(), value)) {
                    changed.add(value);
                }
            }
        }
        return changed;
    }

    private static boolean same(NamespaceValue one, NamespaceValue other) {
        return Objects.deepEquals(one.value(), other.value()) && Objects.equals(one.unit(), other.unit())
                && Objects.equals(one.status(), other.status());
    }

    /** Whether the birth has names and types for these values. */
    boolean covers(List<NamespaceValue> values) {
        return born && values.stream().allMatch(value -> {
            Defined known = defined.get(value.parameter());
            return known != null && known.metric().takes(value.value());
        });
    }

    /** The metrics of a birth: all that the description names, then what the device says beside it. */
    List<Metric> birth(LayoutLookup layout, LongSupplier aliases) {
        defined.clear();
        if (layout instanceof LayoutLookup.Bound bound && bound.layout().bound()) {
            for (Direction direction : Direction.values()) {
                for (Frame frame : bound.layout().layout().frames(direction)) {
                    for (Field field : frame.fields()) {
                        define(direction.parameter(field.key()), NodeMetric.of(field), aliases);
                    }
                }
            }
        }
        latest.forEach((name, value) -> {
            Defined known = defined.get(name);
            if (known == null || !known.metric().takes(value.value().value())) {
                defined.remove(name);
                define(name, NodeMetric.of(value.value()), aliases);
            }
        });
        born = true;
        List<Metric> metrics = new ArrayList<>(defined.size());
        defined.forEach((name, known) -> {
            Latest value = latest.get(name);
            Map<String, Object> properties = new LinkedHashMap<>(known.metric().properties());
            if (value != null) {
                quality(value.value(), known, properties);
            }
            metrics.add(new Metric(name, known.alias(), value == null ? null : value.time(),
                    known.metric().datatype(), value == null ? null : fitting(known, value.value()), properties));
        });
        return metrics;
    }

    private void define(String name, NodeMetric metric, LongSupplier aliases) {
        if (defined.size() < MOST_METRICS && !defined.containsKey(name)) {
            defined.put(name, new Defined(aliases.getAsLong(), metric));
        }
    }

    /** The metrics of values that its birth covers. */
    List<Metric> data(List<NamespaceValue> values, Instant time) {
        List<Metric> metrics = new ArrayList<>(values.size());
        for (NamespaceValue value : values) {
            Defined known = defined.get(value.parameter());
            Map<String, Object> properties = new LinkedHashMap<>();
            quality(value, known, properties);
            metrics.add(new Metric(null, known.alias(), time, known.metric().datatype(), fitting(known, value),
                    properties));
        }
        return metrics;
    }

    private static Object fitting(Defined known, NamespaceValue value) {
        return value.value() == null ? null : known.metric().fitting(value.value());
    }

    /** Quality as Sparkplug has it (6.4.13), why it is not good, and the unit of this value. */
    private static void quality(NamespaceValue value, Defined known, Map<String, Object> properties) {
        properties.put("Quality", value.value() == null || value.status() != null ? BAD : GOOD);
        if (value.status() != null) {
            properties.put("status", value.status());
        }
        if (value.unit() != null && !value.unit().equals(known.metric().properties().get(NodeMetric.UNIT))) {
            properties.put(NodeMetric.UNIT, value.unit());
        }
    }
}
