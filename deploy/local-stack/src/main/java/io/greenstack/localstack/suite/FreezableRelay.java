package io.greenstack.localstack.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.Ports;

/**
 * A TCP port that passes everything on to a server of this JVM. Frozen, it takes no connection and reads no octet, and closes
 * nothing: to its clients it is a server that got SIGSTOP, whose kernel goes on answering for it.
 */
public final class FreezableRelay {

    private static final int BUFFER = 16 * 1024;
    private static final int BACKLOG = 50;

    private final int port = Ports.free();
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private boolean frozen;

    /** @param target port of the server on loopback */
    public FreezableRelay(int target) {
        this.target = target;
    }

    /** The port for clients; known before {@link #open()}. */
    public int port() {
        return port;
    }

    /** Takes connections from now on. */
    public synchronized void open() {
        if (listener != null) {
            return;
        }
        try {
            listener = new ServerSocket(port, BACKLOG, InetAddress.getByName(EmbeddedServer.HOST));
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be opened", e);
        }
        ServerSocket opened = listener;
        thread("accept", () -> accept(opened));
    }

    /** Refuses connections, like a server that is stopped, and closes those that there are. */
    public synchronized void close() {
        thaw();
        close(listener);
        listener = null;
        sockets.forEach(FreezableRelay::close);
    }

    public synchronized void freeze() {
        frozen = true;
    }

    public synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    private synchronized void awaitThaw() {
        try {
            while (frozen) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                Socket client = opened.accept();
                awaitThaw();
                connect(client);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(EmbeddedServer.HOST, target);
            sockets.add(client);
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            thread("in", () -> pass(client, server));
            thread("out", () -> pass(server, client));
        } catch (IOException e) {
            close(client);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] octets = new byte[BUFFER];
        try {
            for (int count = from.getInputStream().read(octets); count >= 0; count = from.getInputStream()
                    .read(octets)) {
                awaitThaw();
                to.getOutputStream().write(octets, 0, count);
            }
        } catch (IOException e) {
            // one of both is gone, so the other goes too
        } finally {
            awaitThaw();
            close(from);
            close(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void thread(String part, Runnable task) {
        Thread thread = new Thread(task, "relay-" + port + "-" + part);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (Exception e) {
            // it is closed, or never was open
        }
    }
}
