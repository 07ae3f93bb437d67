package io.greenstack.bridge.dialect.sparkplug;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.google.protobuf.CodedOutputStream;

import io.greenstack.core.message.PayloadException;

/** Writes the payloads of an edge node, as {@link SparkplugCodec} reads them (Sparkplug 3.0, 6.4). */
public final class SparkplugWriter {

    /** Datatypes of Sparkplug (6.4.16). */
    public static final int INT8 = 1;
    public static final int INT16 = 2;
    public static final int INT32 = 3;
    public static final int INT64 = 4;
    public static final int UINT8 = 5;
    public static final int UINT16 = 6;
    public static final int UINT32 = 7;
    public static final int UINT64 = 8;
    public static final int FLOAT = 9;
    public static final int DOUBLE = 10;
    public static final int BOOLEAN = 11;
    public static final int STRING = 12;
    public static final int DATE_TIME = 13;
    public static final int BYTES = 17;

    private static final String REBIRTH = "Node Control/Rebirth";

    private SparkplugWriter() {}

    /** Puts fields into a message. */
    @FunctionalInterface
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    /**
     * A metric.
     *
     * @param name name, null where the alias stands for it
     * @param alias alias, null for none
     * @param time when the value was taken, null if there is none
     * @param datatype one of the constants here
     * @param value {@code Number}, {@code Boolean}, {@code String}, {@code byte[]} or {@code Instant}, as the datatype wants; null for
     *        no value
     * @param properties {@code String}, {@code Double} or {@code Integer} by name
     */
    public record Metric(String name, Long alias, Instant time, int datatype, Object value,
            Map<String, Object> properties) {}

    /** A payload; death certificates have no sequence number. */
    public static byte[] payload(Instant time, Long seq, List<Metric> metrics) {
        return message(out -> {
            if (time != null) {
                out.writeUInt64(1, time.toEpochMilli());
            }
            for (Metric metric : metrics) {
                out.writeByteArray(2, message(fields -> metric(metric, fields)));
            }
            if (seq != null) {
                out.writeUInt64(3, seq);
            }
        });
    }

    /** The metric of a birth that says that a rebirth may be asked for. */
    public static Metric rebirth(Instant time) {
        return new Metric(REBIRTH, null, time, BOOLEAN, false, Map.of());
    }

    /** The metric that ties a death to its birth. */
    public static Metric session(long number, Instant time) {
        return new Metric(SparkplugDialect.BIRTH_DEATH_SEQUENCE, null, time, INT64, number, Map.of());
    }

    /** Whether a command asks for a rebirth; one that cannot be read asks for nothing. */
    public static boolean asksForRebirth(byte[] command) {
        try {
            return SparkplugCodec.read(command).metrics().stream()
                    .anyMatch(metric -> REBIRTH.equals(metric.name()) && Boolean.TRUE.equals(metric.value()));
        } catch (PayloadException e) {
            return false;
        }
    }

    private static void metric(Metric metric, CodedOutputStream out) throws IOException {
        if (metric.name() != null) {
            out.writeString(1, metric.name());
        }
        if (metric.alias() != null) {
            out.writeUInt64(2, metric.alias());
        }
        if (metric.time() != null) {
            out.writeUInt64(3, metric.time().toEpochMilli());
        }
        // where an alias stands for a metric, its birth has told the type (6.4.6)
        if (metric.name() != null) {
            out.writeUInt32(4, metric.datatype());
        }
        if (metric.value() == null) {
            out.writeBool(7, true);
        }
        if (!metric.properties().isEmpty()) {
            out.writeByteArray(9, message(fields -> properties(metric.properties(), fields)));
        }
        if (metric.value() != null) {
            value(metric.datatype(), metric.value(), out);
        }
    }

    /** Signed integers go out as the unsigned ones with the same bits. */
    private static void value(int datatype, Object value, CodedOutputStream out) throws IOException {
        switch (datatype) {
            case INT8, INT16, INT32, UINT8, UINT16, UINT32 ->
                out.writeUInt32(10, (int) ((Number) value).longValue());
            case INT64, UINT64 -> out.writeUInt64(11, ((Number) value).longValue());
            case DATE_TIME -> out.writeUInt64(11, ((Instant) value).toEpochMilli());
            case FLOAT -> out.writeFloat(12, ((Number) value).floatValue());
            case DOUBLE -> out.writeDouble(13, ((Number) value).doubleValue());
            case BOOLEAN -> out.writeBool(14, (Boolean) value);
            case BYTES -> out.writeByteArray(16, (byte[]) value);
            default -> out.writeString(15, value.toString());
        }
    }

    /** A property set: keys and values are two lists side by side. */
    private static void properties(Map<String, Object> properties, CodedOutputStream out) throws IOException {
        for (String key : properties.keySet()) {
            out.writeString(1, key);
        }
        for (Object value : properties.values()) {
            out.writeByteArray(2, message(fields -> {
                if (value instanceof Double number) {
                    fields.writeUInt32(1, DOUBLE);
                    fields.writeDouble(6, number);
                } else if (value instanceof Integer number) {
                    fields.writeUInt32(1, INT32);
                    fields.writeUInt32(3, number);
                } else {
                    fields.writeUInt32(1, STRING);
                    fields.writeString(8, value.toString());
                }
            }));
        }
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(octets);
        try {
            fields.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
