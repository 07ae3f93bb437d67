package io.greenstack.localstack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** Free and taken TCP ports of the loopback interface. */
public final class Ports {

    private static final int CONNECT_MILLIS = 300;
    private static final int ATTEMPTS = 100;
    private static final Set<Integer> HANDED_OUT = new HashSet<>();

    private Ports() {}

    /** A port that nothing listens on and that this JVM has not handed out before. */
    public static synchronized int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (HANDED_OUT.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("No free TCP port on loopback", e);
            }
        }
        throw new IllegalStateException("No free TCP port on loopback after " + ATTEMPTS + " attempts");
    }

    /** Whether a server could listen on this port now, on loopback and on all addresses. */
    public static boolean isFree(int port) {
        return !accepts(port) && canBind(new InetSocketAddress(EmbeddedServer.HOST, port))
                && canBind(new InetSocketAddress(port));
    }

    /** Whether something accepts connections on this port of the loopback interface. */
    public static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(EmbeddedServer.HOST, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
