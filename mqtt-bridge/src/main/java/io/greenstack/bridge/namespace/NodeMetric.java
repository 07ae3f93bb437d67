package io.greenstack.bridge.namespace;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.bridge.dialect.sparkplug.SparkplugWriter;
import io.greenstack.core.message.JsonObjects;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;

/**
 * What a birth says of a parameter.
 *
 * @param datatype type of its value in Sparkplug
 * @param properties name for people, unit, range and texts of single values, as far as they are known
 */
record NodeMetric(int datatype, Map<String, Object> properties) {

    static final String UNIT = "engUnit";

    private static final BigDecimal SECONDS = BigDecimal.valueOf(1_000_000_000L);

    /** By the description: a number that is scaled has no integer type any more. */
    static NodeMetric of(Field field) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (!field.name().isEmpty()) {
            properties.put("displayName", field.name());
        }
        List<Scaling> scalings = field.scalings().isEmpty() || !field.type().numeric()
                ? List.of(Scaling.IDENTITY)
                : field.scalings();
        Scaling first = scalings.get(0);
        if (first.unit() != null) {
            properties.put(UNIT, first.unit());
        } else if (field.type() == ScalarType.TIME_SPAN) {
            properties.put(UNIT, "s");
        }
        if (!field.ranges().isEmpty() && scalings.size() == 1) {
            BigDecimal low = field.ranges().stream().map(range -> range.lower()).min(BigDecimal::compareTo).get();
            BigDecimal high = field.ranges().stream().map(range -> range.upper()).max(BigDecimal::compareTo).get();
            double one = low.multiply(first.gradient()).add(first.offset()).doubleValue();
            double other = high.multiply(first.gradient()).add(first.offset()).doubleValue();
            properties.put("engLow", Math.min(one, other));
            properties.put("engHigh", Math.max(one, other));
        }
        if (!field.labels().isEmpty()) {
            properties.put("enum", new String(JsonObjects.object(json -> {
                for (var label : field.labels()) {
                    json.writeStringField(label.value().toPlainString(), label.text());
                }
            }), StandardCharsets.UTF_8));
        }
        return new NodeMetric(datatype(field, scalings.stream().allMatch(Scaling::isIdentity)), properties);
    }

    private static int datatype(Field field, boolean whole) {
        return switch (field.type()) {
            case BOOLEAN -> SparkplugWriter.BOOLEAN;
            case UINTEGER -> whole ? integer(field.bitLength(), SparkplugWriter.UINT8) : SparkplugWriter.DOUBLE;
            case INTEGER -> whole ? integer(field.bitLength(), SparkplugWriter.INT8) : SparkplugWriter.DOUBLE;
            case FLOAT32 -> whole ? SparkplugWriter.FLOAT : SparkplugWriter.DOUBLE;
            case FLOAT64, TIME_SPAN -> SparkplugWriter.DOUBLE;
            case TIME -> SparkplugWriter.DATE_TIME;
            case OCTETS -> SparkplugWriter.BYTES;
            case STRING -> SparkplugWriter.STRING;
        };
    }

    /** The four integer types of a kind follow each other. */
    private static int integer(int bits, int smallest) {
        return smallest + (bits <= 8 ? 0 : bits <= 16 ? 1 : bits <= 32 ? 2 : 3);
    }

    /** By its value, for a parameter that no description names. */
    static NodeMetric of(NamespaceValue value) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (value.unit() != null) {
            properties.put(UNIT, value.unit());
        }
        return new NodeMetric(datatype(value.value()), properties);
    }

    private static int datatype(Object value) {
        if (value instanceof Boolean) {
            return SparkplugWriter.BOOLEAN;
        }
        if (value instanceof Instant) {
            return SparkplugWriter.DATE_TIME;
        }
        if (value instanceof byte[]) {
            return SparkplugWriter.BYTES;
        }
        return value instanceof String ? SparkplugWriter.STRING : SparkplugWriter.DOUBLE;
    }

    /** Whether a value is of this type, so that no other birth is needed for it. */
    boolean takes(Object value) {
        return value == null || fitting(value) != null;
    }

    /** The value as its datatype wants it, null if it is of another kind. */
    Object fitting(Object value) {
        return switch (datatype) {
            case SparkplugWriter.BOOLEAN -> value instanceof Boolean ? value : null;
            case SparkplugWriter.DATE_TIME -> value instanceof Instant ? value : null;
            case SparkplugWriter.BYTES -> value instanceof byte[] ? value : null;
            case SparkplugWriter.STRING -> value instanceof String ? value : null;
            default -> value instanceof Duration span ? seconds(span) : value instanceof Number ? value : null;
        };
    }

    private static double seconds(Duration span) {
        return BigDecimal.valueOf(span.getSeconds()).multiply(SECONDS).add(BigDecimal.valueOf(span.getNano()))
                .divide(SECONDS).doubleValue();
    }
}
