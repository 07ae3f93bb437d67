package io.greenstack.bridge.dialect.sparkplug;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Unused;

/**
 * Reads and writes Sparkplug B payloads on the wire level of Protocol Buffers: no generated code, so nothing that a native
 * image would have to be told of. Fields that are of no use here are skipped.
 */
final class SparkplugCodec {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_METRICS = 20_000;
    private static final int BOOLEAN = 11;

    private final boolean inner;
    private final List<Unused> unused = new ArrayList<>();
    private int metrics;

    private SparkplugCodec(boolean inner) {
        this.inner = inner;
    }

    /** Takes one field of a message. */
    @FunctionalInterface
    private interface Field {
        /** Returns false for a field that it does not know; then it is skipped. */
        boolean read(int number) throws IOException;
    }

    /**
     * Reads a payload.
     *
     * @throws PayloadException if it is no Sparkplug B payload
     */
    static SparkplugPayload read(byte[] octets) {
        try {
            return new SparkplugCodec(false).payload(CodedInputStream.newInstance(octets));
        } catch (IOException e) {
            throw new PayloadException(RejectReason.NOT_PROTOBUF,
                    "The payload is no Sparkplug B payload: " + e.getMessage());
        }
    }

    private static void fields(CodedInputStream in, Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!field.read(WireFormat.getTagFieldNumber(tag))) {
                in.skipField(tag);
            }
        }
    }

    private static void message(CodedInputStream in, Field field) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        fields(in, field);
        in.popLimit(outer);
    }

    private SparkplugPayload payload(CodedInputStream in) throws IOException {
        Instant[] timestamp = new Instant[1];
        Long[] seq = new Long[1];
        String[] uuid = new String[1];
        byte[][] body = new byte[1][];
        List<SparkplugMetric> found = new ArrayList<>();
        fields(in, number -> {
            switch (number) {
                case 1 -> timestamp[0] = time(in.readUInt64());
                case 2 -> found.add(metric(in, 0));
                case 3 -> seq[0] = in.readUInt64();
                case 4 -> uuid[0] = in.readStringRequireUtf8();
                case 5 -> body[0] = in.readByteArray();
                default -> {
                    return false;
                }
            }
            return true;
        });
        if (body[0] != null && CompressedBody.UUID.equals(uuid[0])) {
            return unpacked(timestamp[0], seq[0], found, body[0]);
        }
        if (body[0] != null) {
            unused.add(new Unused("body", "uuid " + uuid[0]));
        }
        return new SparkplugPayload(timestamp[0], seq[0], found, unused);
    }

    /** The payload inside; what it does not tell of itself the outer one may tell. */
    private SparkplugPayload unpacked(Instant timestamp, Long seq, List<SparkplugMetric> about, byte[] body)
            throws IOException {
        if (inner) {
            throw new PayloadException(RejectReason.TOO_DEEP, "A compressed payload is inside a compressed payload");
        }
        Object algorithm = about.stream().filter(metric -> "algorithm".equals(metric.name()))
                .map(SparkplugMetric::value).findFirst().orElse(null);
        SparkplugPayload payload = new SparkplugCodec(true)
                .payload(CodedInputStream.newInstance(CompressedBody.inflate(body, algorithm)));
        return new SparkplugPayload(payload.timestamp() == null ? timestamp : payload.timestamp(),
                payload.seq() == null ? seq : payload.seq(), payload.metrics(), payload.unused());
    }

    private static Instant time(long millis) {
        if (millis < 0) {
            throw new PayloadException(RejectReason.BAD_TIMESTAMP, "A timestamp is beyond what a clock can tell");
        }
        return Instant.ofEpochMilli(millis);
    }

    private SparkplugMetric metric(CodedInputStream in, int depth) throws IOException {
        if (++metrics > MAX_METRICS) {
            throw new PayloadException(RejectReason.TOO_MANY_PARAMETERS, "More than " + MAX_METRICS + " metrics");
        }
        MetricFields metric = new MetricFields();
        message(in, number -> {
            switch (number) {
                case 1 -> metric.name = in.readStringRequireUtf8();
                case 2 -> metric.alias = in.readUInt64();
                case 3 -> metric.timestamp = time(in.readUInt64());
                case 4 -> metric.datatype = in.readUInt32();
                case 7 -> metric.isNull = in.readBool();
                case 9 -> metric.unit = unit(in);
                case 10 -> metric.value = Integer.toUnsignedLong(in.readUInt32());
                case 11 -> metric.value = in.readUInt64();
                case 12 -> metric.value = MetricValues.asWritten(in.readFloat());
                case 13 -> metric.value = in.readDouble();
                case 14 -> metric.value = in.readBool();
                case 15 -> metric.value = in.readStringRequireUtf8();
                case 16 -> metric.value = in.readByteArray();
                case 17 -> {
                    unused.add(new Unused("data set", String.valueOf(metric.name)));
                    return false;
                }
                case 18 -> metric.value = template(in, depth + 1);
                case 19 -> {
                    unused.add(new Unused("extension", String.valueOf(metric.name)));
                    return false;
                }
                default -> {
                    return false;
                }
            }
            return true;
        });
        return metric.build();
    }

    private List<SparkplugMetric> template(CodedInputStream in, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new PayloadException(RejectReason.TOO_DEEP, "Templates nest deeper than " + MAX_DEPTH + " levels");
        }
        List<SparkplugMetric> members = new ArrayList<>();
        message(in, number -> {
            if (number == 3) {
                unused.add(new Unused("template parameters", "template"));
            }
            if (number != 2) {
                return false;
            }
            members.add(metric(in, depth));
            return true;
        });
        return members;
    }

    /** The property {@code engUnit} of a property set: keys and values are two lists side by side. */
    private static String unit(CodedInputStream in) throws IOException {
        List<String> keys = new ArrayList<>();
        List<String> values = new ArrayList<>();
        message(in, number -> {
            switch (number) {
                case 1 -> keys.add(in.readStringRequireUtf8());
                case 2 -> values.add(text(in));
                default -> {
                    return false;
                }
            }
            return true;
        });
        int at = keys.indexOf("engUnit");
        return at < 0 || at >= values.size() ? null : values.get(at);
    }

    private static String text(CodedInputStream in) throws IOException {
        String[] text = new String[1];
        message(in, number -> {
            if (number != 8) {
                return false;
            }
            text[0] = in.readStringRequireUtf8();
            return true;
        });
        return text[0];
    }

    private static final class MetricFields {
        private String name;
        private Long alias;
        private Instant timestamp;
        private int datatype;
        private boolean isNull;
        private Object value;
        private String unit;

        SparkplugMetric build() {
            return new SparkplugMetric(name, alias, timestamp, datatype, isNull ? null : value, unit);
        }
    }

    /** The payload of a command that sets one boolean metric. */
    static byte[] command(String metric, boolean value, Instant now) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        try {
            CodedOutputStream fields = CodedOutputStream.newInstance(inner);
            fields.writeString(1, metric);
            fields.writeUInt64(3, now.toEpochMilli());
            fields.writeUInt32(4, BOOLEAN);
            fields.writeBool(14, value);
            fields.flush();
            CodedOutputStream payload = CodedOutputStream.newInstance(outer);
            payload.writeUInt64(1, now.toEpochMilli());
            payload.writeByteArray(2, inner.toByteArray());
            payload.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outer.toByteArray();
    }
}
