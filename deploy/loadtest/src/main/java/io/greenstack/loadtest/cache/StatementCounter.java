package io.greenstack.loadtest.cache;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A port in front of PostgreSQL that counts the statements which pass: the messages Execute and Query of its protocol. So begin
 * and commit count too, and what the service does in the background.
 */
final class StatementCounter implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final int target;
    private final ServerSocket listener;
    private final LongAdder statements = new LongAdder();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** @param target port of PostgreSQL on loopback */
    StatementCounter(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread("accept", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    long statements() {
        return statements.sum();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            thread("in", () -> count(client, server));
            thread("out", () -> {
                try (client; server) {
                    server.getInputStream().transferTo(client.getOutputStream());
                }
            });
        }
    }

    private void count(Socket client, Socket server) throws IOException {
        try (client; server) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            OutputStream out = new BufferedOutputStream(server.getOutputStream());
            boolean started = false;
            while (true) {
                int type = started ? in.read() : 0;
                if (type < 0) {
                    return;
                }
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                if (started) {
                    out.write(type);
                    if (type == 'E' || type == 'Q') {
                        statements.increment();
                    }
                } else {
                    int code = (body[0] & 0xFF) << 24 | (body[1] & 0xFF) << 16 | (body[2] & 0xFF) << 8 | body[3] & 0xFF;
                    started = code != SSL_REQUEST && code != GSS_REQUEST;
                }
                out.write(
                        new byte[]{(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
                out.write(body);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (EOFException e) {
            // the client is gone
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(String name, Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // closed
            }
        }, "statements-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
