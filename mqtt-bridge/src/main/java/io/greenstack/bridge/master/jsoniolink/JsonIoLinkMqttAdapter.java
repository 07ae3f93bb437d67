package io.greenstack.bridge.master.jsoniolink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.bridge.dialect.Publisher;
import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.MasterAdapter;
import io.greenstack.bridge.master.MasterFeed;
import io.greenstack.bridge.master.MasterIdentity;
import io.greenstack.bridge.master.MasterRequests;
import io.greenstack.bridge.master.PortEvent;
import io.greenstack.bridge.master.PortIdentity;
import io.greenstack.bridge.master.PortIdentity.Mode;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.bridge.master.PublishedReadings;
import io.greenstack.platform.master.MasterConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Reads and writes a gateway that speaks JSON for IO-Link over the broker; its address is its originator id. Devices are known by their
 * retained identifications, parameters go by request and response, as lists of octets. The contract has no request that writes output
 * data.
 */
public final class JsonIoLinkMqttAdapter implements MasterAdapter {

    private static final int PORTS_OF_MASTER = 100;
    private static final int MOST_DEVICES = 1_000;
    private static final int PATIENCE = 3;
    private static final long QUIET_MILLIS = 2_000;
    private static final long RETAINED_MILLIS = 500;
    private static final int MOST_OCTETS = 256 * 1024;
    private static final Pattern USUAL_ALIAS = Pattern.compile("master(\\d{1,3})port(\\d{1,2})");
    private static final PortIdentity NOTHING = new PortIdentity(Mode.UNKNOWN, null, null, null, null, null);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Vertx vertx;
    private final MasterFeed feed;
    private final MasterRequests requests;
    private final String begin;
    private final Set<String> filters;
    private final GatewayParameters parameters;
    private final PublishedReadings readings;
    private final MasterFeed.Listener listener = this::came;
    private final Map<Integer, GatewayDevice> devices = new TreeMap<>();
    private JsonObject gateway = new JsonObject();
    private Consumer<PortEvent> events = event -> {};

    /**
     * @param publisher way to the broker
     * @param master its address is the originator id of the gateway
     * @param limit longest time for an answer
     */
    public JsonIoLinkMqttAdapter(Vertx vertx, MasterFeed feed, Publisher publisher, MasterConfig master,
            Duration limit) {
        this.vertx = vertx;
        this.feed = feed;
        this.requests = new MasterRequests(vertx, publisher, limit);
        this.begin = master.address() + "/";
        this.parameters = new GatewayParameters(begin, requests);
        this.readings = new PublishedReadings(vertx,
                Math.max(QUIET_MILLIS, (long) PATIENCE * master.intervalMillis()), this::news, this::alive);
        this.filters = Set.of(begin + "gateway/identification", begin + "masters/+/ports/+/status",
                begin + "devices/+/identification", begin + "devices/+/events", begin + "devices/+/processdata/value",
                begin + "devices/+/parameter/response/+");
        feed.listen(filters, listener);
    }

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public synchronized void tellEvents(Consumer<PortEvent> consumer) {
        events = consumer;
    }

    @Override
    public boolean tellsEvents() {
        return true;
    }

    /** What is retained comes after the broker has taken the filters. */
    @Override
    public Future<MasterIdentity> identify() {
        return feed.ready(filters).compose(ready -> later())
                .map(done -> {
                    MasterIdentity identity = latest(null);
                    if (identity.ports().isEmpty()) {
                        throw new AdapterException(Kind.AWAY, "no-devices",
                                "No device of the gateway is known: nothing "
                                        + "is retained on " + begin
                                        + "devices/{alias}/identification that names a port");
                    }
                    return identity;
                });
    }

    private Future<Void> later() {
        Promise<Void> promise = Promise.promise();
        vertx.setTimer(RETAINED_MILLIS, due -> promise.complete());
        return promise.future();
    }

    @Override
    public synchronized MasterIdentity latest(MasterIdentity known) {
        return new MasterIdentity(gateway.getString("vendorName"), gateway.getString("productName"),
                gateway.getString("serialNumber"), gateway.getString("firmwareRevision"),
                gateway.getString("hardwareRevision"), List.copyOf(devices.keySet()));
    }

    /** The device of an alias, null for one whose port is not known. */
    private GatewayDevice device(String alias) {
        Matcher usual = USUAL_ALIAS.matcher(alias);
        if (!usual.matches()) {
            return null;
        }
        int number = (Integer.parseInt(usual.group(1)) - 1) * PORTS_OF_MASTER + Integer.parseInt(usual.group(2));
        return number < 1 || devices.size() >= MOST_DEVICES && !devices.containsKey(number)
                ? null
                : devices.computeIfAbsent(number, key -> new GatewayDevice(key, alias));
    }

    private void came(String topic, byte[] payload) {
        if (payload.length > MOST_OCTETS || requests.answered(topic, payload)) {
            return;
        }
        Object body = GatewayParameters.json(payload);
        synchronized (this) {
            try {
                take(topic.substring(begin.length()).split("/"), body);
            } catch (AdapterException e) {
                return;
            }
        }
        readings.wake();
    }

    private void take(String[] levels, Object body) {
        if ("devices".equals(levels[0])) {
            GatewayDevice device = device(levels[1]);
            if (device != null && body instanceof JsonArray list && "events".equals(levels[2])) {
                GatewayEvents.all(list, origin -> device.number()).forEach(events);
            } else if (device != null && body instanceof JsonObject message) {
                take(device, levels[2], message);
            }
        } else if (body instanceof JsonObject message && "gateway".equals(levels[0])) {
            gateway = message;
        } else if (body instanceof JsonObject message && message.getValue("statusInfo") instanceof String status) {
            GatewayDevice device = device("master" + levels[1] + "port" + levels[3]);
            if (device != null) {
                device.online("DEVICE_ONLINE".equals(status) || "OPERATE".equals(status));
            }
        }
    }

    private static void take(GatewayDevice device, String kind, JsonObject message) {
        switch (kind) {
            case "identification" -> device.identification(message);
            case "processdata" -> device.processData(message);
            default -> {
            }
        }
    }

    @Override
    public Future<List<PortReading>> read(List<Integer> ports, boolean withIdentity) {
        if (!withIdentity) {
            return readings.next();
        }
        List<GatewayDevice> asked;
        synchronized (this) {
            asked = ports.stream().map(devices::get).filter(Objects::nonNull).toList();
        }
        List<Future<PortReading>> answers = asked.stream().map(this::ask).toList();
        return Future.all(answers).map(done -> answers.stream().map(Future::result).toList());
    }

    private Future<PortReading> ask(GatewayDevice device) {
        int asOf;
        PortIdentity known;
        JsonObject told;
        synchronized (this) {
            asOf = device.doubts();
            known = device.identity();
            told = device.told();
        }
        Future<PortIdentity> found = known != null
                ? Future.succeededFuture(known)
                : told == null ? Future.succeededFuture(NOTHING) : confirmed(device, told, asOf);
        return found.map(identity -> {
            synchronized (this) {
                return device.with(identity, asOf);
            }
        });
    }

    /** Whether the device that hangs there has the serial number of the identification; one that has none is believed. */
    private Future<PortIdentity> confirmed(GatewayDevice device, JsonObject told, int asOf) {
        String serial = told.getString("serialNumber");
        if (!(told.getValue("vendorId") instanceof Number vendor)
                || !(told.getValue("deviceId") instanceof Number type)) {
            return Future.succeededFuture(NOTHING);
        }
        PortIdentity identity = new PortIdentity(Mode.IO_LINK, vendor.intValue(), type.intValue(),
                told.getString("productName"), serial, null);
        Future<Boolean> same = serial == null
                ? Future.succeededFuture(true)
                : parameters.hasSerial(device.alias(), serial);
        return same.map(is -> {
            if (!is || !identity.hasDevice()) {
                return NOTHING;
            }
            synchronized (this) {
                device.confirmed(identity, asOf);
            }
            return identity;
        });
    }

    private synchronized List<PortReading> news() {
        List<PortReading> news = new ArrayList<>();
        for (GatewayDevice device : devices.values()) {
            PortReading reading = device.news();
            if (reading != null) {
                news.add(reading);
            }
        }
        return news;
    }

    /** Whether the gateway answers, be it with an error. */
    private Future<Void> alive() {
        GatewayDevice any;
        synchronized (this) {
            any = devices.values().stream().filter(device -> device.identity() != null).findFirst()
                    .orElseGet(() -> devices.values().iterator().next());
        }
        return parameters.answers(any.alias());
    }

    private <T> Future<T> at(int port, Function<GatewayDevice, Future<T>> work) {
        GatewayDevice device;
        synchronized (this) {
            device = devices.get(port);
        }
        return device == null
                ? Future.failedFuture(new AdapterException(Kind.DEVICE, "no-device",
                        "No IO-Link device answers on the port"))
                : work.apply(device);
    }

    @Override
    public Future<byte[]> readParameter(int port, int index, int subindex) {
        return at(port, device -> parameters.read(device.alias(), index, subindex).map(value -> {
            if (value instanceof JsonArray list) {
                return IoLinkValues.octets(list);
            }
            throw new AdapterException(Kind.DEVICE, "no-octets",
                    "The gateway answered a value by its description; have it answer lists of octets");
        }));
    }

    @Override
    public Future<Void> writeParameter(int port, int index, int subindex, byte[] octets) {
        return at(port, device -> parameters.write(device.alias(), index, subindex, octets));
    }

    @Override
    public synchronized Future<byte[]> readOutput(int port) {
        GatewayDevice device = devices.get(port);
        return device == null || device.output() == null
                ? Future.failedFuture(
                        new AdapterException(Kind.DEVICE, "no-output", "The device has no output data now"))
                : Future.succeededFuture(HEX.parseHex(device.output()));
    }

    @Override
    public Future<Void> writeOutput(int port, byte[] octets) {
        return Future.failedFuture(new AdapterException(Kind.DEVICE, "not-supported",
                "JSON for IO-Link over MQTT has no request that writes output data; use the kind json_io_link"));
    }

    @Override
    public void close() {
        feed.forget(listener);
        requests.close();
        readings.close();
    }
}
