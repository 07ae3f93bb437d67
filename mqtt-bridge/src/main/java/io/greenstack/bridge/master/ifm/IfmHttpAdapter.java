package io.greenstack.bridge.master.ifm;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.MasterAdapter;
import io.greenstack.bridge.master.MasterHttp;
import io.greenstack.bridge.master.MasterIdentity;
import io.greenstack.bridge.master.PortIdentity;
import io.greenstack.bridge.master.PortIdentity.Mode;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.bridge.master.PortReading.State;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Reads and writes a master of ifm by its IoT core over HTTP: all ports by one {@code getdatamulti}. Where the tree of the master cannot
 * be read, it is taken to have {@value #USUAL_PORTS} ports.
 */
public final class IfmHttpAdapter implements MasterAdapter {

    private static final int USUAL_PORTS = 8;
    private static final int INVALID = 530;
    private static final List<Mode> MODES = List.of(Mode.DISABLED, Mode.DIGITAL_INPUT, Mode.DIGITAL_OUTPUT,
            Mode.IO_LINK);
    private static final Pattern PORT = Pattern.compile("port\\[(\\d{1,3})]");
    private static final Pattern OCTETS = Pattern.compile("([0-9A-Fa-f]{2})+");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final IotCore core;

    /**
     * @param username null for none
     * @param password null for none
     * @throws AdapterException when there is a login and the connection is not encrypted
     */
    public IfmHttpAdapter(MasterHttp http, String username, String password) {
        this(new IotCore(http, username, password));
    }

    IfmHttpAdapter(IotCore core) {
        this.core = core;
    }

    @Override
    public Future<MasterIdentity> identify() {
        return core.values(List.of("/deviceinfo/vendor", "/deviceinfo/productcode", "/deviceinfo/serialnumber",
                "/deviceinfo/swrevision", "/deviceinfo/hwrevision"))
                .compose(info -> ports().map(ports -> new MasterIdentity(text(info, "deviceinfo/vendor"),
                        text(info, "deviceinfo/productcode"), text(info, "deviceinfo/serialnumber"),
                        text(info, "deviceinfo/swrevision"), text(info, "deviceinfo/hwrevision"), ports)));
    }

    private Future<List<Integer>> ports() {
        return core.call("/gettree", null).map(IfmHttpAdapter::ports)
                .recover(failure -> failure instanceof AdapterException e
                        && e.kind() == Kind.DEVICE
                                ? Future.succeededFuture(List.<Integer>of())
                                : Future.failedFuture(failure))
                .map(found -> found.isEmpty() ? IntStream.rangeClosed(1, USUAL_PORTS).boxed().toList() : found);
    }

    private static List<Integer> ports(JsonObject tree) {
        TreeSet<Integer> ports = new TreeSet<>();
        for (Object part : tree.getJsonArray("subs", new JsonArray())) {
            if (part instanceof JsonObject element && "iolinkmaster".equals(element.getValue("identifier"))
                    && element.getValue("subs") instanceof JsonArray subs) {
                subs.forEach(sub -> {
                    Matcher port = PORT
                            .matcher(sub instanceof JsonObject o ? String.valueOf(o.getValue("identifier")) : "");
                    if (port.matches()) {
                        ports.add(Integer.valueOf(port.group(1)));
                    }
                });
            }
        }
        return List.copyOf(ports);
    }

    @Override
    public Future<List<PortReading>> read(List<Integer> ports, boolean withIdentity) {
        List<String> points = new ArrayList<>();
        for (int port : ports) {
            points.add(device(port) + "pdin");
            points.add(device(port) + "pdout");
            if (withIdentity) {
                points.add(port(port) + "mode");
                points.add(port(port) + "mastercycletime_actual");
                points.add(device(port) + "vendorid");
                points.add(device(port) + "deviceid");
                points.add(device(port) + "productname");
                points.add(device(port) + "serial");
            }
        }
        return core.values(points)
                .map(values -> ports.stream().map(port -> reading(port, values, withIdentity)).toList());
    }

    static PortReading reading(int port, JsonObject values, boolean withIdentity) {
        String in = octets(values, device(port) + "pdin");
        String out = octets(values, device(port) + "pdout");
        State state = in != null || out != null && code(values, device(port) + "pdin") != INVALID
                ? State.VALID
                : code(values, device(port) + "pdin") == INVALID ? State.INVALID : State.ABSENT;
        return new PortReading(port, state, in, out, withIdentity ? identity(port, values) : null);
    }

    private static PortIdentity identity(int port, JsonObject values) {
        Long mode = number(values, port(port) + "mode");
        Long vendor = number(values, device(port) + "vendorid");
        Long type = number(values, device(port) + "deviceid");
        return new PortIdentity(
                mode == null || mode < 0 || mode >= MODES.size() ? Mode.UNKNOWN : MODES.get(mode.intValue()),
                vendor == null ? null : vendor.intValue(), type == null ? null : type.intValue(),
                text(values, device(port) + "productname"), text(values, device(port) + "serial"),
                number(values, port(port) + "mastercycletime_actual"));
    }

    @Override
    public Future<byte[]> readParameter(int port, int index, int subindex) {
        return core
                .command(device(port) + "iolreadacyclic",
                        new JsonObject().put("index", index).put("subindex", subindex), true)
                .map(IfmHttpAdapter::value);
    }

    @Override
    public Future<Void> writeParameter(int port, int index, int subindex, byte[] octets) {
        return core
                .command(device(port) + "iolwriteacyclic", new JsonObject().put("index", index)
                        .put("subindex", subindex).put("value", HEX.formatHex(octets)), false)
                .mapEmpty();
    }

    @Override
    public Future<byte[]> readOutput(int port) {
        return core.command(device(port) + "pdout/getdata", null, true).map(IfmHttpAdapter::value);
    }

    @Override
    public Future<Void> writeOutput(int port, byte[] octets) {
        return core.command(device(port) + "pdout/setdata",
                new JsonObject().put("newvalue", HEX.formatHex(octets)), true)
                .mapEmpty();
    }

    private static byte[] value(JsonObject data) {
        String value = String.valueOf(data.getValue("value")).strip();
        if (!OCTETS.matcher(value).matches()) {
            throw new AdapterException(Kind.DEVICE, "no-octets", "The master answered no octets");
        }
        return HEX.parseHex(value.toUpperCase(Locale.ROOT));
    }

    private static String port(int port) {
        return "/iolinkmaster/port[" + port + "]/";
    }

    private static String device(int port) {
        return port(port) + "iolinkdevice/";
    }

    private static JsonObject point(JsonObject values, String name) {
        return values.getValue(name.substring(name.startsWith("/") ? 1 : 0)) instanceof JsonObject point
                ? point
                : new JsonObject();
    }

    private static int code(JsonObject values, String name) {
        return point(values, name).getValue("code") instanceof Number code ? code.intValue() : 0;
    }

    private static Object data(JsonObject values, String name) {
        return code(values, name) == 200 ? point(values, name).getValue("data") : null;
    }

    private static String octets(JsonObject values, String name) {
        return data(values, name) instanceof String text && OCTETS.matcher(text).matches()
                ? text.toUpperCase(Locale.ROOT)
                : null;
    }

    private static Long number(JsonObject values, String name) {
        return data(values, name) instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    private static String text(JsonObject values, String name) {
        return data(values, name) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    @Override
    public void close() {
        core.close();
    }
}
