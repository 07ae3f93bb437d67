package io.greenstack.loadtest.cache;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of HTTP/1.1 that does no more than it must, so that the load does not measure its own client. */
final class HttpWire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int BUFFER = 64 * 1024;

    private final String host;
    private final int port;
    private Socket socket;
    private InputStream in;

    HttpWire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** Asks for a path; answers the octets of the body as it travels, -1 for anything but 200. */
    int get(String path) throws IOException {
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + ':' + port
                + "\r\nAccept: application/json\r\nAccept-Encoding: gzip\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String status = line();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (lower.startsWith("connection: close")) {
                last = true;
            }
        }
        if (chunked) {
            length = chunks();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            close();
            connect();
        }
        return status.startsWith("HTTP/1.1 200") ? length : -1;
    }

    private int chunks() throws IOException {
        int all = 0;
        for (int size = Integer.parseInt(line().strip(), 16); size > 0; size = Integer.parseInt(line().strip(), 16)) {
            in.skipNBytes(size);
            line();
            all += size;
        }
        line();
        return all;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("The connection was closed");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
