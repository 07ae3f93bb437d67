package io.greenstack.localstack.master;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A gateway with one master that answers JSON for IO-Link over HTTP as the contract of the IO-Link Community says, on loopback. */
public final class StubGateway implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/iolink/v1";
    private static final Pattern PARAMETER = Pattern.compile("/parameters/(\\d+)(?:/subindices/(\\d+))?/value");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final int ports;
    private final Map<Integer, StubDevice> devices = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public StubGateway(int ports) {
        this.ports = ports;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "stub-gateway");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Plugs a device in, or pulls it where it is null; its alias is {@code Port n}. */
    public void plug(int number, StubDevice device) {
        if (device == null) {
            devices.remove(number);
        } else {
            devices.put(number, device);
        }
    }

    /** Something happens at a port; it stands in the event log of the gateway from now on. */
    public void event(int number, int code, String mode, String severity) {
        ObjectNode entry = JSON.createObjectNode().put("time", Instant.now().toString()).put("severity", severity);
        entry.putObject("origin").put("masterNumber", 1).put("portNumber", number);
        entry.putObject("message").put("code", code).put("mode", mode).put("text", "happened");
        events.add(entry);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Reply(int status, JsonNode body) {}

    private static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }

    private static Reply error(int status, int code, String message) {
        return new Reply(status, JSON.createObjectNode().put("code", code).put("message", message));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Reply reply = path.startsWith(BASE)
                    ? reply(exchange.getRequestMethod(), path.substring(BASE.length()),
                            body.length == 0 ? null : JSON.readTree(body))
                    : new Reply(404, null);
            byte[] out = reply.body() == null ? new byte[0] : reply.body().toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), out.length == 0 ? -1 : out.length);
            exchange.getResponseBody().write(out);
        }
    }

    private Reply reply(String method, String path, JsonNode body) {
        switch (path) {
            case "/gateway/identification" -> {
                return ok(JSON.createObjectNode().put("macAddress", "00:02:72:CE:A6:49")
                        .put("vendorName", "SensorCompany")
                        .put("productName", "Gateway 4").put("serialNumber", "C134A746")
                        .put("firmwareRevision", "V1.30"));
            }
            case "/gateway/events" -> {
                ArrayNode log = JSON.createArrayNode();
                events.forEach(log::add);
                return ok(log);
            }
            case "/masters" -> {
                ArrayNode masters = JSON.createArrayNode();
                masters.addObject().put("masterNumber", 1).put("serialNumber", "A1");
                return ok(masters);
            }
            case "/masters/1/ports" -> {
                return ok(portList());
            }
            default -> {
                return path.startsWith("/devices/Port ")
                        ? device(method, path.substring("/devices/Port ".length()), body)
                        : error(404, 304, "deviceAlias not found");
            }
        }
    }

    private ArrayNode portList() {
        ArrayNode list = JSON.createArrayNode();
        for (int number = 1; number <= ports; number++) {
            list.addObject().put("portNumber", number).put("deviceAlias", "Port " + number).put("statusInfo",
                    devices.containsKey(number) ? "DEVICE_ONLINE" : "COMMUNICATION_LOST");
        }
        return list;
    }

    private Reply device(String method, String path, JsonNode body) {
        int slash = path.indexOf('/');
        StubDevice device = devices.get(Integer.parseInt(path.substring(0, slash)));
        if (device == null) {
            return error(404, 308, "IO-Link Device is not accessible");
        }
        String service = path.substring(slash);
        if ("/identification".equals(service)) {
            return ok(JSON.createObjectNode().put("vendorId", device.vendorId()).put("deviceId", device.deviceId())
                    .put("ioLinkRevision", "1.1").put("productName", device.product())
                    .put("serialNumber", device.serial()));
        }
        boolean reads = "GET".equals(method);
        if ("/processdata/value".equals(service)) {
            return reads ? ok(processData(device)) : written(device, body);
        }
        Matcher parameter = PARAMETER.matcher(service);
        if (!parameter.matches()) {
            return error(404, 103, "Operation not supported");
        }
        int index = Integer.parseInt(parameter.group(1));
        int subindex = parameter.group(2) == null ? 0 : Integer.parseInt(parameter.group(2));
        return reads ? read(device, index, subindex) : write(device, index, subindex, body);
    }

    private static ObjectNode processData(StubDevice device) {
        ObjectNode data = JSON.createObjectNode();
        data.putObject("getData").putObject("ioLink").put("valid", true).set("value", list(device.nextInput()));
        ObjectNode out = data.putObject("setData");
        if (device.output() != null) {
            out.putObject("ioLink").put("valid", true).set("value", list(device.output()));
        }
        return data;
    }

    private static Reply written(StubDevice device, JsonNode body) {
        device.output(hex(body.at("/ioLink/value")));
        return new Reply(204, null);
    }

    private static Reply read(StubDevice device, int index, int subindex) {
        String value = device.parameter(index, subindex);
        return value == null
                ? refused("8011")
                : ok(JSON.createObjectNode().set("value", list(value)));
    }

    private static Reply write(StubDevice device, int index, int subindex, JsonNode body) {
        String refusal = device.write(index, subindex, hex(body.path("value")));
        return refusal == null ? new Reply(204, null) : refused(refusal);
    }

    private static Reply refused(String errorType) {
        ObjectNode error = JSON.createObjectNode().put("code", 311).put("message", "IO-Link parameter access error");
        error.putObject("iolinkError").put("code", Integer.parseInt(errorType, 16)).put("message", "refused");
        return new Reply(400, error);
    }

    private static ArrayNode list(String hex) {
        ArrayNode octets = JSON.createArrayNode();
        for (byte octet : HEX.parseHex(hex)) {
            octets.add(octet & 0xFF);
        }
        return octets;
    }

    private static String hex(JsonNode list) {
        byte[] octets = new byte[list.size()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) list.get(i).asInt();
        }
        return HEX.formatHex(octets);
    }
}
