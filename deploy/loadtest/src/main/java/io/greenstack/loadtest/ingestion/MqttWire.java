package io.greenstack.loadtest.ingestion;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A connection that speaks just enough MQTT 3.1.1 (OASIS standard, 2014) to send and count messages. The rig shares the processors
 * with what it measures, so it pays for no client that can more. Reading and writing may be done by two threads.
 */
final class MqttWire implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int BUFFER = 1 << 16;
    private static final int CONNACK = 0x20;
    private static final int PUBLISH = 0x30;
    private static final int PUBACK = 0x40;
    private static final int CLEAN = 2;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;

    /**
     * Connects.
     *
     * @param broker host:port
     * @param clientId of the session, which begins anew
     */
    MqttWire(String broker, String clientId) throws IOException {
        int colon = broker.lastIndexOf(':');
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(broker.substring(0, colon), Integer.parseInt(broker.substring(colon + 1))),
                CONNECT_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        byte[] id = clientId.getBytes(StandardCharsets.UTF_8);
        send(0x10, ByteBuffer.allocate(12 + id.length).putShort((short) 4).put("MQTT".getBytes(StandardCharsets.UTF_8))
                .put((byte) 4).put((byte) CLEAN).putShort((short) 0).putShort((short) id.length).put(id));
        out.flush();
        if (in.readUnsignedByte() != CONNACK || in.readUnsignedByte() != 2 || in.readShort() != 0) {
            throw new IOException("The broker refuses " + clientId);
        }
    }

    /** Subscribes with QoS 1. */
    void subscribe(String filter) throws IOException {
        byte[] name = filter.getBytes(StandardCharsets.UTF_8);
        send(0x82, ByteBuffer.allocate(5 + name.length).putShort((short) 1).putShort((short) name.length).put(name)
                .put((byte) 1));
        out.flush();
    }

    /** Writes a message with QoS 1; it goes out with {@link #flush} at the latest. */
    void publish(int packetId, byte[] topic, byte[] payload) throws IOException {
        out.write(PUBLISH | 2);
        length(4 + topic.length + payload.length);
        out.write(topic.length >>> 8);
        out.write(topic.length);
        out.write(topic);
        out.write(packetId >>> 8);
        out.write(packetId);
        out.write(payload);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Waits for the next PUBACK. */
    void awaitAcknowledgement() throws IOException {
        while (skipped() != PUBACK) {
            // something else
        }
    }

    private int skipped() throws IOException {
        int type = in.readUnsignedByte() & 0xF0;
        in.skipNBytes(remaining());
        return type;
    }

    /** Waits for the next message and acknowledges it; the acknowledgements go out when no further message waits. */
    void takeMessage() throws IOException {
        int header = in.readUnsignedByte();
        int remaining = remaining();
        while ((header & 0xF0) != PUBLISH) {
            in.skipNBytes(remaining);
            header = in.readUnsignedByte();
            remaining = remaining();
        }
        int topic = in.readUnsignedShort();
        in.skipNBytes(topic);
        int packetId = in.readUnsignedShort();
        in.skipNBytes(remaining - topic - 4L);
        out.write(PUBACK);
        out.write(2);
        out.write(packetId >>> 8);
        out.write(packetId);
        if (in.available() == 0) {
            out.flush();
        }
    }

    private void send(int header, ByteBuffer body) throws IOException {
        out.write(header);
        length(body.capacity());
        out.write(body.array());
    }

    private void length(int octets) throws IOException {
        int left = octets;
        do {
            out.write(left > 127 ? left & 0x7F | 0x80 : left);
            left >>>= 7;
        } while (left > 0);
    }

    private int remaining() throws IOException {
        int length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int octet = in.readUnsignedByte();
            length |= (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return length;
            }
        }
        throw new EOFException("The broker sends no MQTT");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
