package io.greenstack.localstack.master;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.localstack.testing.MqttTestClient;
import io.greenstack.localstack.testing.MqttTestClient.Message;

/** A gateway with one master that speaks JSON for IO-Link over MQTT as the contract of the IO-Link Community says. */
public final class StubMqttGateway implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern REQUEST = Pattern.compile("/devices/master1port(\\d+)/parameter/request/(.+)");
    private static final int SERIAL_NUMBER = 21;

    private final MqttTestClient client;
    private final String originator;
    private final Map<Integer, StubDevice> devices = new ConcurrentHashMap<>();
    private volatile boolean silent;

    /** @param client its connection, which is closed with it */
    public StubMqttGateway(MqttTestClient client, String originator) {
        this.client = client;
        this.originator = originator;
        client.subscribe(originator + "/devices/+/parameter/request/+", this::came);
        publish("/gateway/identification", JSON.createObjectNode().put("macAddress", "00:02:72:CE:A6:49")
                .put("vendorName", "SensorCompany").put("firmwareRevision", "V1.31"), true);
    }

    /** Plugs a device in, or pulls it where it is null; the identification of one that was pulled stays retained. */
    public void plug(int number, StubDevice device) {
        if (device == null) {
            devices.remove(number);
        } else {
            devices.put(number, device);
        }
        publish("/masters/1/ports/" + number + "/status",
                JSON.createObjectNode().put("statusInfo", device == null ? "COMMUNICATION_LOST" : "DEVICE_ONLINE"),
                false);
        if (device != null) {
            publish(device(number) + "/identification", JSON.createObjectNode().put("vendorId", device.vendorId())
                    .put("deviceId", device.deviceId()).put("iolinkRevision", "1.1")
                    .put("productName", device.product())
                    .put("serialNumber", device.serial()), true);
        }
    }

    /** Publishes the next process data of a port. */
    public void publishInput(int number) {
        ObjectNode message = JSON.createObjectNode();
        message.putObject("getData").putObject("iolink").put("valid", true).set("value",
                list(devices.get(number).nextInput()));
        publish(device(number) + "/processdata/value", message, false);
    }

    /** Publishes an event of the device on a port. */
    public void publishEvent(int number, int code, String mode, String severity) {
        ArrayNode events = JSON.createArrayNode();
        ObjectNode event = events.addObject().put("time", "2026-11-30T12:00:00Z").put("severity", severity);
        event.putObject("origin").put("masterNumber", 1).put("portNumber", number);
        event.putObject("message").put("code", code).put("mode", mode);
        publish(device(number) + "/events", events, false);
    }

    /** Whether it answers nothing. */
    public void silent(boolean is) {
        silent = is;
    }

    @Override
    public void close() {
        client.close();
    }

    private static String device(int number) {
        return "/devices/master1port" + number;
    }

    private void came(Message message) {
        Matcher topic = REQUEST.matcher(message.topic().substring(originator.length()));
        if (silent || !topic.matches()) {
            return;
        }
        JsonNode request;
        try {
            request = JSON.readTree(message.payload());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        int number = Integer.parseInt(topic.group(1));
        boolean writes = "WRITE".equals(request.path("direction").asText());
        ArrayNode answers = JSON.createArrayNode();
        for (JsonNode parameter : request.path("parameters")) {
            ObjectNode answer = answers.addObject();
            answer.set("identifier", parameter.path("identifier"));
            carryOut(devices.get(number), writes, parameter, answer.putObject("result"));
        }
        publish(device(number) + "/parameter/response/" + topic.group(2), answers, false);
    }

    private static void carryOut(StubDevice device, boolean writes, JsonNode parameter, ObjectNode result) {
        int index = parameter.at("/identifier/index").asInt();
        int subindex = parameter.at("/identifier/subIndex").asInt();
        if (device == null) {
            refuse(result, "1000");
        } else if (writes) {
            String refusal = device.write(index, subindex, hex(parameter.at("/content/value")));
            if (refusal == null) {
                result.put("parameterExchangeResult", "WRITE_SUCCESS");
            } else {
                refuse(result, refusal);
            }
        } else {
            String value = index == SERIAL_NUMBER
                    ? HEX.formatHex(device.serial().getBytes(StandardCharsets.UTF_8))
                    : device.parameter(index, subindex);
            if (value == null) {
                refuse(result, "8011");
            } else {
                result.put("parameterExchangeResult", "READ_SUCCESS").putObject("content").set("value", list(value));
            }
        }
    }

    private static void refuse(ObjectNode result, String errorType) {
        result.put("parameterExchangeResult", "ERROR").putObject("iolinkError")
                .put("code", Integer.parseInt(errorType, 16)).put("message", "refused");
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
    private void publish(String below, JsonNode message, boolean retain) {
        client.send(originator + below, message.toString().getBytes(StandardCharsets.UTF_8), 1, retain);
    }
}
