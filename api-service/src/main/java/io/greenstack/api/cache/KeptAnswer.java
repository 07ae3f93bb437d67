package io.greenstack.api.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * An answer as it is sent: headers, and the body compressed with gzip.
 *
 * @param template path of the endpoint with names in braces, by which requests are counted
 * @param headers those that come with every such answer, the entity tag without the encoding
 * @param gzip the body, octet for octet what the server would make of it
 * @param length octets of the body without compression
 */
record KeptAnswer(String template, Map<String, String> headers, byte[] gzip, int length) {

    private static final int LEVEL = 6;
    private static final int BUFFER = 8192;
    private static final int PIECE = 65_536;
    /** Magic number, deflate, no flags, no time, no hints, no system: as the server writes it. */
    private static final byte[] GZIP_HEADER = {0x1F, (byte) 0x8B, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, 0};
    private static final int MOST_HEADERS = 50;

    /** An answer of a text. */
    static KeptAnswer of(String template, Map<String, String> headers, String body) {
        byte[] plain = body.getBytes(StandardCharsets.UTF_8);
        return new KeptAnswer(template, headers, compressed(plain), plain.length);
    }

    private static byte[] compressed(byte[] plain) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, plain.length / 4));
            out.writeBytes(GZIP_HEADER);
            // In pieces as the server takes them, each of which it ends with a mark.
            byte[] buffer = new byte[2 * PIECE];
            for (int begin = 0; begin < plain.length; begin += PIECE) {
                deflater.setInput(plain, begin, Math.min(PIECE, plain.length - begin));
                out.write(buffer, 0, deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH));
            }
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            CRC32 check = new CRC32();
            check.update(plain);
            littleEndian(out, (int) check.getValue());
            littleEndian(out, plain.length);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void littleEndian(ByteArrayOutputStream out, int number) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(number >>> shift);
        }
    }

    /** The body without compression. */
    byte[] plain() {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip), BUFFER)) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Octets that it takes in memory, about. */
    int weight() {
        return gzip.length + 1000;
    }

    byte[] encoded() {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream(gzip.length + 512);
            DataOutputStream out = new DataOutputStream(octets);
            out.writeUTF(template);
            out.writeByte(headers.size());
            for (Map.Entry<String, String> header : headers.entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.writeInt(length);
            out.write(gzip);
            return octets.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #encoded} wrote.
     *
     * @param longest octets that the body may have
     * @throws IllegalArgumentException when the octets are no answer
     */
    static KeptAnswer decoded(byte[] octets, long longest) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets))) {
            String template = in.readUTF();
            int count = in.readUnsignedByte();
            if (count > MOST_HEADERS) {
                throw new IllegalArgumentException("An answer with " + count + " headers");
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                headers.put(in.readUTF(), in.readUTF());
            }
            int length = in.readInt();
            if (length < 0 || length > longest) {
                throw new IllegalArgumentException("An answer of " + length + " octets");
            }
            return new KeptAnswer(template, headers, in.readAllBytes(), length);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not an answer: " + e.getMessage(), e);
        }
    }
}
