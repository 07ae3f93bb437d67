package io.greenstack.api.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A library of descriptions in the form of the public one, which also misbehaves. */
final class LibraryStub implements AutoCloseable {

    private final HttpServer server;
    private final Map<Integer, byte[]> packages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String behaviour = "";

    LibraryStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "library-stub");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    /** Puts a description into the library; its number is the device id. */
    void add(int deviceId, byte[] xml) {
        packages.put(deviceId, zip("Test-" + deviceId + "-20260131-IODD1.1.xml", xml));
    }

    static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** {@code garbage}, {@code huge}, {@code endless}, {@code away}, {@code gone}, {@code elsewhere}, {@code moved}, {@code silent} or nothing. */
    void behave(String how) {
        behaviour = how;
    }

    /** Paths and queries that were asked for. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/api".length());
        asked.add(path);
        try (exchange) {
            if (behaviour.equals("away")) {
                send(exchange, 503, new byte[0]);
            } else if (path.startsWith("/drivers")) {
                drivers(exchange);
            } else {
                archive(exchange, Integer.parseInt(path.replaceAll(".*/iodds/(\\d+)/.*", "$1")), path);
            }
        }
    }

    private void drivers(HttpExchange exchange) throws IOException {
        String wanted = exchange.getRequestURI().getQuery().replaceAll(".*deviceIdString=(\\d+).*", "$1");
        String content = packages.keySet().stream().filter(id -> !wanted.matches("\\d+") || wanted.equals("" + id))
                .map(id -> "{\"vendorId\":65535,\"deviceId\":" + id + ",\"ioddId\":" + id + ",\"productName\":\"P" + id
                        + "\",\"vendorName\":\"GreenStack Examples\",\"ioLinkRev\":\"1.1\",\"versionString\":\"V1.0\","
                        + "\"ioddStatus\":\"APPROVED\",\"uploadDate\":1700000000000,\"hasMoreVersions\":false}")
                .collect(Collectors.joining(","));
        send(exchange, 200, ("{\"content\":[" + content + "],\"totalElements\":" + packages.size()
                + ",\"totalPages\":1,\"number\":0,\"first\":true,\"last\":true}").getBytes(StandardCharsets.UTF_8));
    }

    private void archive(HttpExchange exchange, int ioddId, String path) throws IOException {
        switch (behaviour) {
            case "garbage" -> send(exchange, 200, "no ZIP at all".getBytes(StandardCharsets.UTF_8));
            case "gone" -> send(exchange, 404, new byte[0]);
            case "huge" -> exchange.sendResponseHeaders(200, 100L * 1024 * 1024);
            case "endless" -> {
                exchange.sendResponseHeaders(200, 0);
                OutputStream body = exchange.getResponseBody();
                for (int i = 0; i < 1_600; i++) {
                    body.write(new byte[64 * 1024]);
                }
            }
            case "silent" -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().flush();
                pause();
            }
            case "elsewhere" -> redirect(exchange, "http://127.0.0.1:1/api" + path);
            case "moved" -> {
                if (path.endsWith("moved")) {
                    send(exchange, 200, packages.get(ioddId));
                } else {
                    redirect(exchange, "/api" + path + "/moved");
                }
            }
            default -> send(exchange, 200, packages.get(ioddId));
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        send(exchange, 302, new byte[0]);
    }

    private synchronized void pause() {
        try {
            wait(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public synchronized void close() {
        notifyAll();
        server.stop(0);
    }
}
