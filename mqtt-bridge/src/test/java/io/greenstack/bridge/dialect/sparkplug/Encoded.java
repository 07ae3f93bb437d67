package io.greenstack.bridge.dialect.sparkplug;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.google.protobuf.CodedOutputStream;

/** Writes Sparkplug payloads field by field, as the protocol file of Sparkplug B numbers them. */
final class Encoded {

    interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private final List<byte[]> metrics = new ArrayList<>();
    private Long timestamp;
    private Long seq;

    static byte[] message(Fields fields) {
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

    Encoded at(long millis) {
        timestamp = millis;
        return this;
    }

    Encoded seq(long number) {
        seq = number;
        return this;
    }

    Encoded metric(Fields fields) {
        metrics.add(message(fields));
        return this;
    }

    /** A metric with a name, an alias, a datatype and one more field. */
    Encoded metric(String name, Integer alias, int datatype, Fields value) {
        return metric(out -> {
            if (name != null) {
                out.writeString(1, name);
            }
            if (alias != null) {
                out.writeUInt64(2, alias);
            }
            if (datatype != 0) {
                out.writeUInt32(4, datatype);
            }
            value.write(out);
        });
    }

    byte[] octets() {
        return message(out -> {
            if (timestamp != null) {
                out.writeUInt64(1, timestamp);
            }
            for (byte[] metric : metrics) {
                out.writeByteArray(2, metric);
            }
            if (seq != null) {
                out.writeUInt64(3, seq);
            }
        });
    }
}
