package io.greenstack.bridge.master.jsoniolink;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.MasterAdapter;
import io.greenstack.bridge.master.MasterHttp;
import io.greenstack.bridge.master.MasterIdentity;
import io.greenstack.bridge.master.PortEvent;
import io.greenstack.bridge.master.PortIdentity;
import io.greenstack.bridge.master.PortIdentity.Mode;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.bridge.master.PortReading.State;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Reads and writes a gateway that speaks JSON for IO-Link over HTTP, all values as lists of octets. A gateway may have several masters:
 * port {@code p} of master {@code m} is port {@code (m - 1) * 100 + p} here. Process data is asked of each device by itself, since the
 * contract has no request for several.
 */
public final class JsonIoLinkAdapter implements MasterAdapter {

    private static final int PORTS_OF_MASTER = 100;
    private static final String OCTETS = "?format=byteArray";
    private static final long EVENTS_NANOS = 5_000_000_000L;
    private static final int EVENTS = 100;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final IoLinkGateway gateway;
    /** Aliases and states of the ports as they were last asked for; used on one event loop. */
    private final Map<Integer, Port> known = new HashMap<>();
    private final GatewayEvents log = new GatewayEvents();
    private Consumer<PortEvent> events;
    private boolean asking;
    private long askedAt;
    private boolean tells;

    private record Port(String alias, Mode mode, boolean online) {}

    /**
     * @param username null for none
     * @param password null for none
     * @throws AdapterException when there is a login and the connection is not encrypted
     */
    public JsonIoLinkAdapter(MasterHttp http, String username, String password) {
        this.gateway = new IoLinkGateway(http, username, password);
    }

    @Override
    public Future<MasterIdentity> identify() {
        return gateway.get("/gateway/identification", JsonObject.class)
                .compose(info -> ports().map(ports -> new MasterIdentity(
                        info.getString("vendorName"), info.getString("productName", info.getString("productId")),
                        info.getString("serialNumber"), info.getString("firmwareRevision"),
                        info.getString("hardwareRevision"),
                        ports)));
    }

    /** Asks which ports there are, and what is known of them at once. */
    private Future<List<Integer>> ports() {
        return gateway.get("/masters", JsonArray.class).compose(masters -> {
            List<Future<?>> asked = new ArrayList<>();
            Map<Integer, Port> found = new HashMap<>();
            for (Object element : masters) {
                int master = ((JsonObject) element).getInteger("masterNumber");
                asked.add(gateway.get("/masters/" + master + "/ports", JsonArray.class)
                        .onSuccess(ports -> ports.forEach(port -> put(found, master, (JsonObject) port))));
            }
            return Future.all(asked).map(done -> {
                known.clear();
                known.putAll(found);
                return found.keySet().stream().sorted().toList();
            });
        });
    }

    private static void put(Map<Integer, Port> found, int master, JsonObject port) {
        int number = (master - 1) * PORTS_OF_MASTER + port.getInteger("portNumber");
        String status = String.valueOf(port.getString("statusInfo"));
        found.put(number, new Port(port.getString("deviceAlias"), IoLinkValues.mode(status),
                "DEVICE_ONLINE".equals(status) || status.startsWith("DIGITAL")));
    }

    @Override
    public Future<List<PortReading>> read(List<Integer> ports, boolean withIdentity) {
        askForEvents();
        Future<?> ready = withIdentity ? ports() : Future.succeededFuture();
        return ready.compose(done -> each(ports, port -> read(port, withIdentity)));
    }

    @Override
    public void tellEvents(Consumer<PortEvent> listener) {
        events = listener;
    }

    @Override
    public boolean tellsEvents() {
        return tells;
    }

    /** Beside the reading, every few seconds; a gateway without a log is asked like the others, and each device for its own events. */
    private void askForEvents() {
        long now = System.nanoTime();
        if (events == null || asking || askedAt != 0 && now - askedAt < EVENTS_NANOS) {
            return;
        }
        asking = true;
        askedAt = now;
        gateway.get("/gateway/events?bottom=" + EVENTS, JsonArray.class).onComplete(answer -> {
            asking = false;
            tells = answer.succeeded();
            if (tells) {
                log.take(answer.result(), this::portOf).forEach(events);
            }
        });
    }

    /** Of an origin, null where it is none: by its numbers, or by the alias. */
    private Integer portOf(JsonObject origin) {
        if (origin.getValue("masterNumber", origin.getValue("master")) instanceof Number master
                && origin.getValue("portNumber", origin.getValue("port")) instanceof Number port) {
            return (master.intValue() - 1) * PORTS_OF_MASTER + port.intValue();
        }
        Object alias = origin.getValue("deviceAlias");
        return known.entrySet().stream().filter(port -> alias != null && alias.equals(port.getValue().alias))
                .map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private static <T> Future<List<T>> each(List<Integer> ports, Function<Integer, Future<T>> work) {
        List<Future<T>> asked = ports.stream().map(work).toList();
        return Future.all(asked).map(done -> asked.stream().map(Future::result).toList());
    }

    private Future<PortReading> read(int number, boolean withIdentity) {
        Port port = known.get(number);
        if (port == null || !port.online) {
            Mode mode = port == null ? Mode.UNKNOWN : port.mode;
            return Future.succeededFuture(new PortReading(number, State.ABSENT, null, null,
                    withIdentity ? new PortIdentity(mode, null, null, null, null, null) : null));
        }
        Future<PortIdentity> identity = withIdentity ? identity(port) : Future.succeededFuture();
        return identity.compose(found -> gateway.get(device(port) + "/processdata/value" + OCTETS, JsonObject.class)
                .map(data -> IoLinkValues.reading(number, data, found))
                .recover(failure -> failure instanceof AdapterException e && e.kind() == Kind.DEVICE
                        ? Future.succeededFuture(new PortReading(number, State.ABSENT, null, null, found))
                        : Future.failedFuture(failure)));
    }

    private Future<PortIdentity> identity(Port port) {
        if (port.mode != Mode.IO_LINK) {
            return Future.succeededFuture(new PortIdentity(port.mode, null, null, null, null, null));
        }
        return gateway.get(device(port) + "/identification", JsonObject.class).map(found -> new PortIdentity(port.mode,
                found.getInteger("vendorId"), found.getInteger("deviceId"), found.getString("productName"),
                found.getString("serialNumber"), null))
                .recover(failure -> failure instanceof AdapterException e && e.kind() == Kind.DEVICE
                        ? Future.succeededFuture(new PortIdentity(port.mode, null, null, null, null, null))
                        : Future.failedFuture(failure));
    }

    @Override
    public Future<byte[]> readParameter(int port, int index, int subindex) {
        return at(port,
                found -> gateway.get(parameter(found, index, subindex) + OCTETS, JsonObject.class).map(answer -> {
                    if (answer.getValue("value") instanceof JsonArray list) {
                        return IoLinkValues.octets(list);
                    }
                    throw new AdapterException(Kind.DEVICE, "no-octets", "The gateway answered no list of octets");
                }));
    }

    @Override
    public Future<Void> writeParameter(int port, int index, int subindex, byte[] octets) {
        return at(port, found -> gateway.post(parameter(found, index, subindex),
                new JsonObject().put("value", IoLinkValues.list(octets))));
    }

    @Override
    public Future<byte[]> readOutput(int port) {
        return at(port,
                found -> gateway.get(device(found) + "/processdata/value" + OCTETS, JsonObject.class).map(data -> {
                    String output = IoLinkValues.octets(IoLinkValues.part(data, "setData"));
                    if (output == null) {
                        throw new AdapterException(Kind.DEVICE, "no-output", "The device has no output data now");
                    }
                    return HEX.parseHex(output);
                }));
    }

    @Override
    public Future<Void> writeOutput(int port, byte[] octets) {
        return at(port, found -> gateway.post(device(found) + "/processdata/value", new JsonObject().put("ioLink",
                new JsonObject().put("valid", true).put("value", IoLinkValues.list(octets)))));
    }

    private <T> Future<T> at(int number, Function<Port, Future<T>> work) {
        Port port = known.get(number);
        return port == null || !port.online
                ? Future.failedFuture(
                        new AdapterException(Kind.DEVICE, "no-device", "No IO-Link device answers on the port"))
                : work.apply(port);
    }

    private static String device(Port port) {
        return "/devices/" + URLEncoder.encode(port.alias, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String parameter(Port port, int index, int subindex) {
        return device(port) + "/parameters/" + index + (subindex == 0 ? "" : "/subindices/" + subindex) + "/value";
    }

    @Override
    public void close() {
        gateway.close();
    }
}
