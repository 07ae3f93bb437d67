package io.greenstack.bridge.dialect.sparkplug;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;

/** The body of a payload that Eclipse Tahu compressed: the metric {@code algorithm} says how. */
final class CompressedBody {

    static final String UUID = "SPBV1.0_COMPRESSED";

    /** What comes out is counted, since the few octets that went in say nothing of it. */
    static final int MOST_OCTETS = 4 << 20;

    private CompressedBody() {}

    /**
     * Unpacks a body.
     *
     * @param algorithm {@code DEFLATE}, {@code GZIP}, or null for DEFLATE
     * @throws PayloadException if the algorithm is another one, the body is damaged or becomes too large
     */
    static byte[] inflate(byte[] body, Object algorithm) {
        String name = algorithm == null ? "DEFLATE" : algorithm.toString().toUpperCase(Locale.ROOT);
        try (InputStream in = switch (name) {
            case "DEFLATE" -> new InflaterInputStream(new ByteArrayInputStream(body), new Inflater(!zlib(body)));
            case "GZIP" -> new GZIPInputStream(new ByteArrayInputStream(body));
            default -> throw new PayloadException(RejectReason.UNKNOWN_SHAPE,
                    "The body is compressed by '" + name + "'; DEFLATE and GZIP are understood");
        }) {
            byte[] octets = in.readNBytes(MOST_OCTETS + 1);
            if (octets.length > MOST_OCTETS) {
                throw new PayloadException(RejectReason.PAYLOAD_TOO_LARGE,
                        "The body has more than " + MOST_OCTETS + " octets when it is decompressed");
            }
            return octets;
        } catch (IOException e) {
            throw new PayloadException(RejectReason.NOT_PROTOBUF,
                    "The body cannot be decompressed by " + name + ": " + e.getMessage());
        }
    }

    /** Whether there is a header of RFC 1950; without one it is the bare stream of RFC 1951. */
    private static boolean zlib(byte[] body) {
        return body.length >= 2 && (body[0] & 0x0F) == 8 && ((body[0] & 0xFF) << 8 | body[1] & 0xFF) % 31 == 0;
    }
}
