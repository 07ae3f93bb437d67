package io.greenstack.bridge.master.jsoniolink;

import java.util.HexFormat;
import java.util.stream.IntStream;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.AdapterException.Kind;
import io.greenstack.bridge.master.PortIdentity;
import io.greenstack.bridge.master.PortIdentity.Mode;
import io.greenstack.bridge.master.PortReading;
import io.greenstack.bridge.master.PortReading.State;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How JSON for IO-Link writes values and states, over HTTP as over MQTT. */
final class IoLinkValues {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private IoLinkValues() {}

    /** Process data as the other functions take it: over MQTT what comes from the device may stand there by itself. */
    static JsonObject published(JsonObject message) {
        return message.containsKey("getData") || message.containsKey("setData")
                ? message
                : new JsonObject().put("getData", message);
    }

    static Mode mode(String status) {
        return switch (status) {
            case "DEACTIVATED", "NOT_AVAILABLE" -> Mode.DISABLED;
            case "DIGITAL_INPUT_C/Q" -> Mode.DIGITAL_INPUT;
            case "DIGITAL_OUTPUT_C/Q" -> Mode.DIGITAL_OUTPUT;
            default -> Mode.IO_LINK;
        };
    }

    static PortReading reading(int number, JsonObject data, PortIdentity identity) {
        JsonObject in = part(data, "getData");
        JsonObject out = part(data, "setData");
        String input = octets(in);
        String output = octets(out);
        boolean invalid = ioLink(in) != null && Boolean.FALSE.equals(ioLink(in).getValue("valid"));
        if (invalid) {
            return new PortReading(number, State.INVALID, null, null, identity);
        }
        return input == null && output == null
                ? new PortReading(number, State.ABSENT, null, null, identity)
                : new PortReading(number, State.VALID, input, output, identity);
    }

    static JsonObject part(JsonObject data, String name) {
        return data.getValue(name) instanceof JsonObject part ? part : new JsonObject();
    }

    /** The contract writes it in two ways. */
    static JsonObject ioLink(JsonObject part) {
        return part.getValue("ioLink") instanceof JsonObject one
                ? one
                : part.getValue("iolink") instanceof JsonObject other ? other : null;
    }

    static String octets(JsonObject part) {
        if (ioLink(part) != null) {
            return ioLink(part).getValue("value") instanceof JsonArray list ? HEX.formatHex(octets(list)) : null;
        }
        return part.getValue("cqValue") instanceof Boolean level ? level ? "01" : "00" : null;
    }

    static byte[] octets(JsonArray list) {
        byte[] octets = new byte[list.size()];
        for (int i = 0; i < octets.length; i++) {
            if (!(list.getValue(i) instanceof Number octet)) {
                throw new AdapterException(Kind.DEVICE, "no-octets", "The gateway answered no list of octets");
            }
            octets[i] = octet.byteValue();
        }
        return octets;
    }

    static JsonArray list(byte[] octets) {
        return new JsonArray(IntStream.range(0, octets.length).mapToObj(i -> octets[i] & 0xFF).toList());
    }
}
