package io.greenstack.localstack.master;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.localstack.master.StubMaster.Trouble;

/** The data points and services of a stub of a master, whichever way a request came. */
final class StubCore {

    /** The element whose changes a timer tells. */
    static final String TIMER = "timer[1]/counter";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("/?iolinkmaster/port\\[(\\d+)]/(.*)");
    private static final int OK = 200;
    private static final int WRONG = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NO_DEVICE = 503;
    private static final int INVALID = 530;
    private static final int REFUSED = 531;
    private static final int LOCKED = 532;

    private final String serial;
    private final int ports;
    private final Map<Integer, StubDevice> devices = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> invalid = new ConcurrentHashMap<>();
    private final Map<Integer, Boolean> mute = new ConcurrentHashMap<>();
    private final StubSubscriptions subscriptions = new StubSubscriptions(request -> reply(request, Trouble.NONE));
    private String login;

    StubCore(String serial, int ports) {
        this.serial = serial;
        this.ports = ports;
    }

    StubSubscriptions subscriptions() {
        return subscriptions;
    }

    /** From now on it wants a login. */
    void login(String user, String password) {
        login = base64(user) + ' ' + base64(password);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    void plug(int number, StubDevice device) {
        if (device == null) {
            devices.remove(number);
        } else {
            devices.put(number, device);
        }
        subscriptions.tell("iolinkmaster/port[" + number + "]/portevent", this::point);
    }

    void invalid(int number, boolean is) {
        invalid.put(number, is);
    }

    void mute(int number, boolean is) {
        mute.put(number, is);
    }

    private StubDevice device(int number) {
        return Boolean.TRUE.equals(mute.get(number)) ? null : devices.get(number);
    }

    /** What it answers to a request. */
    ObjectNode reply(JsonNode request, Trouble trouble) {
        String adr = request.path("adr").asText();
        ObjectNode answer = JSON.createObjectNode().put("cid", request.path("cid").asInt());
        if (login != null && !login.equals(request.path("auth").path("user").asText() + ' '
                + request.path("auth").path("passwd").asText())) {
            return answer.put("code", UNAUTHORIZED);
        }
        if (adr.endsWith("/getdatamulti")) {
            ObjectNode data = answer.putObject("data");
            request.at("/data/datatosend")
                    .forEach(point -> data.set(point.asText().replaceFirst("^/", ""), point(point.asText())));
            return answer.put("code", OK);
        }
        if (adr.endsWith("/gettree")) {
            answer.set("data", tree());
            return answer.put("code", OK);
        }
        int code = subscriptions.service(adr, request.path("cid").asInt(), request.path("data"));
        if (code != 0) {
            return answer.put("code", code);
        }
        if (adr.equals("/deviceinfo/serialnumber/getdata")) {
            answer.putObject("data").put("value", serial);
            return answer.put("code", OK);
        }
        if (adr.endsWith("/interval/setdata")) {
            return answer.put("code", OK);
        }
        Matcher path = PORT.matcher(adr);
        return path.matches()
                ? service(answer, Integer.parseInt(path.group(1)), path.group(2), request.path("data"), trouble)
                : answer.put("code", WRONG);
    }

    private ObjectNode tree() {
        ObjectNode tree = JSON.createObjectNode().put("identifier", "device");
        ObjectNode master = tree.putArray("subs").addObject().put("identifier", "iolinkmaster");
        ArrayNode subs = master.putArray("subs");
        for (int number = 1; number <= ports; number++) {
            subs.addObject().put("identifier", "port[" + number + "]");
        }
        return tree;
    }

    /** The value of a data point with its code. */
    ObjectNode point(String name) {
        return switch (name) {
            case "/deviceinfo/vendor" -> value("ifm electronic");
            case "/deviceinfo/productcode" -> value("AL1350");
            case "/deviceinfo/serialnumber" -> value(serial);
            case "/deviceinfo/swrevision" -> value("3.1.93");
            case "/deviceinfo/hwrevision" -> value("AA");
            default -> {
                Matcher path = PORT.matcher(name);
                ObjectNode channel = subscriptions.point(name);
                yield path.matches()
                        ? portPoint(Integer.parseInt(path.group(1)), path.group(2))
                        : channel == null ? JSON.createObjectNode().put("code", 404) : channel;
            }
        };
    }

    private ObjectNode portPoint(int number, String name) {
        StubDevice device = device(number);
        if ("mode".equals(name)) {
            return JSON.createObjectNode().put("code", OK).put("data", 3);
        }
        if (device == null) {
            return JSON.createObjectNode().put("code", NO_DEVICE);
        }
        return switch (name) {
            case "mastercycletime_actual" -> JSON.createObjectNode().put("code", OK).put("data", 2_300);
            case "iolinkdevice/vendorid" -> JSON.createObjectNode().put("code", OK).put("data", device.vendorId());
            case "iolinkdevice/deviceid" -> JSON.createObjectNode().put("code", OK).put("data", device.deviceId());
            case "iolinkdevice/productname" -> value(device.product());
            case "iolinkdevice/serial" -> value(device.serial());
            case "iolinkdevice/pdin" -> Boolean.TRUE.equals(invalid.get(number))
                    ? JSON.createObjectNode().put("code", INVALID)
                    : value(device.nextInput());
            case "iolinkdevice/pdout" -> device.output() == null
                    ? JSON.createObjectNode().put("code", NO_DEVICE)
                    : value(device.output());
            default -> JSON.createObjectNode().put("code", 404);
        };
    }

    private static ObjectNode value(String text) {
        return JSON.createObjectNode().put("code", OK).put("data", text);
    }

    private ObjectNode service(ObjectNode answer, int number, String service, JsonNode data, Trouble trouble) {
        boolean writes = service.endsWith("iolwriteacyclic") || service.endsWith("setdata");
        if (writes && trouble == Trouble.PULLED_DURING_WRITE) {
            plug(number, null);
        }
        StubDevice device = device(number);
        if (device == null) {
            return answer.put("code", NO_DEVICE);
        }
        if (writes && trouble == Trouble.LOCKED) {
            return answer.put("code", LOCKED);
        }
        int index = data.path("index").asInt();
        int subindex = data.path("subindex").asInt();
        switch (service) {
            case "iolinkdevice/iolreadacyclic" -> {
                String hex = device.parameter(index, subindex);
                if (hex == null) {
                    answer.putObject("data").put("errorcode", "8011");
                    return answer.put("code", REFUSED);
                }
                answer.putObject("data").put("value", hex);
            }
            case "iolinkdevice/iolwriteacyclic" -> {
                String refusal = device.write(index, subindex, data.path("value").asText());
                if (refusal != null) {
                    answer.putObject("data").put("errorcode", refusal);
                    return answer.put("code", REFUSED);
                }
            }
            case "iolinkdevice/pdout/getdata" -> answer.putObject("data").put("value", device.output());
            case "iolinkdevice/pdout/setdata" -> device.output(data.path("newvalue").asText());
            default -> {
                return answer.put("code", WRONG);
            }
        }
        return answer.put("code", OK);
    }
}
