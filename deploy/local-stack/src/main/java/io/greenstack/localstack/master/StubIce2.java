package io.greenstack.localstack.master;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.MqttTestClient.Message;

/**
 * A master that publishes and answers as an ICE2 or RSTi-OM does (user manual GFK-3212A, section 12). It can be silent, lose devices,
 * leave its outputs to a fieldbus controller.
 */
public final class StubIce2 implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern TOPIC = Pattern.compile("/port/(\\d+)/(isdu/request/(.+)|pdo/wr)");
    private static final String NO_INDEX = "8011";
    private static final String NO_DEVICE = "1000";

    private final MqttTestClient client;
    private final String base;
    private final int ports;
    private final Map<Integer, StubDevice> devices = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private volatile boolean silent;
    private volatile boolean held;

    /**
     * @param client its connection, which is closed with it
     * @param base what its topics begin with
     */
    public StubIce2(MqttTestClient client, String base, int ports) {
        this.client = client;
        this.base = base;
        this.ports = ports;
        client.subscribe(base + "/port/+/isdu/request/+", this::came);
        client.subscribe(base + "/port/+/pdo/wr", this::came);
    }

    /** Says once what it is, as after it has connected. */
    public void introduce() {
        publish("/clientinfo", JSON.createObjectNode().put("hostname", "stub").put("manufacturer", "Stub, Inc.")
                .put("model", "ICE2-8IOL").put("serial", "9710-000064").put("version", "1.5.0").put("numdioports", 0)
                .put("numiolinkports", ports));
    }

    /** Plugs a device in, or pulls it where it is null, and says so. */
    public void plug(int number, StubDevice device) {
        if (device == null) {
            devices.remove(number);
            status(number, "Inactive", "CommLost");
        } else {
            devices.put(number, device);
            status(number, "Operational", "Operate");
            publish("/port/" + number + "/deviceinfo", JSON.createObjectNode().put("port", number)
                    .put("prodname", device.product()).put("serial", device.serial()));
        }
    }

    private void status(int number, String status, String state) {
        publish("/port/" + number + "/status",
                JSON.createObjectNode().put("port", number).put("status", status).put("state", state));
    }

    /** Publishes the next process data of a port. */
    public void publishInput(int number) {
        StubDevice device = devices.get(number);
        publish("/port/" + number + "/pdi", processData(number, device.nextInput()));
    }

    /** Publishes an event of the device on a port, numbers as in the event qualifier of IO-Link. */
    public void publishEvent(int number, int code, int mode, int type) {
        publish("/port/" + number + "/event", JSON.createObjectNode().put("port", number).put("instance", 3)
                .put("mode", mode).put("type", type).put("pdvalid", 1).put("local", 0).put("code", code));
    }

    /** Whether it answers nothing and publishes nothing by itself. */
    public void silent(boolean is) {
        silent = is;
    }

    /** Whether a fieldbus controller has its outputs, so that what is written to them is left alone. */
    public void held(boolean is) {
        held = is;
    }

    /** How many requests for parameters it got. */
    public long requests() {
        return requests.get();
    }

    @Override
    public void close() {
        client.close();
    }

    private static ObjectNode processData(int number, String hex) {
        ObjectNode message = JSON.createObjectNode().put("port", number).put("valid", 1);
        message.set("raw", list(hex));
        return message;
    }

    private void came(Message message) {
        Matcher topic = TOPIC.matcher(message.topic().substring(base.length()));
        if (silent || !topic.matches()) {
            return;
        }
        int number = Integer.parseInt(topic.group(1));
        JsonNode body;
        try {
            body = JSON.readTree(message.payload());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        if (topic.group(3) == null) {
            output(number, body);
        } else if (number <= ports) {
            requests.incrementAndGet();
            publish("/port/" + number + "/isdu/response/" + topic.group(3), answer(devices.get(number), body));
        }
    }

    private void output(int number, JsonNode body) {
        StubDevice device = devices.get(number);
        if (device != null && !held) {
            device.output(hex(body.path("raw")));
            publish("/port/" + number + "/pdo", processData(number, device.output()));
        }
    }

    private static ObjectNode answer(StubDevice device, JsonNode request) {
        int index = request.path("index").asInt();
        int subindex = request.path("subindex").asInt();
        ObjectNode answer = JSON.createObjectNode().put("op", request.path("op").asText()).put("index", index);
        if (device == null) {
            return refused(answer, NO_DEVICE);
        }
        if ("write".equals(request.path("op").asText())) {
            String refusal = device.write(index, subindex, hex(request.path("raw")));
            return refusal == null ? answer.put("status", "OK") : refused(answer, refusal);
        }
        String value = parameter(device, index, subindex);
        if (value == null) {
            return refused(answer, NO_INDEX);
        }
        answer.set("raw", list(value));
        return answer.put("len", value.length() / 2).put("status", "OK");
    }

    /** The parameters that every device has, and those that it was given. */
    private static String parameter(StubDevice device, int index, int subindex) {
        return switch (index) {
            case 0 -> "00171711" + "200201" + String.format("%04X%06X", device.vendorId(), device.deviceId())
                    + "00000000";
            case 18 -> HEX.formatHex(device.product().getBytes(StandardCharsets.UTF_8));
            case 21 -> HEX.formatHex(device.serial().getBytes(StandardCharsets.UTF_8)) + "0000";
            case 40 -> device.nextInput();
            case 41 -> device.output();
            default -> device.parameter(index, subindex);
        };
    }

    private static ObjectNode refused(ObjectNode answer, String errorType) {
        answer.put("status", "Error").put("errormsg", "refused").putObject("errortype").put("status", 1)
                .put("code", Integer.parseInt(errorType.substring(0, 2), 16))
                .put("addcode", Integer.parseInt(errorType.substring(2), 16));
        return answer;
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

    /** Does not wait for the broker, since that is done by the thread that called. */
    private void publish(String below, JsonNode message) {
        if (!silent) {
            client.send(base + below, message.toString().getBytes(StandardCharsets.UTF_8), 1, false);
        }
    }
}
