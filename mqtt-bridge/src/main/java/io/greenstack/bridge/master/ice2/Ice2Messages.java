package io.greenstack.bridge.master.ice2;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.greenstack.bridge.master.AdapterException;
import io.greenstack.bridge.master.MasterIdentity;
import io.greenstack.bridge.master.PortEvent;
import io.vertx.core.json.JsonObject;

/**
 * Understands what a master publishes by itself (user manual of the RSTi-OM, GFK-3212A, 12.3). What is none of it is left alone. Used
 * under the lock of its adapter.
 */
final class Ice2Messages {

    private static final int LEVELS = 3;
    private static final int MOST_OCTETS = 16 * 1024;
    private static final int MOST_PROCESS_DATA = 64;
    private static final int MOST_PORT = 64;
    private static final String[] MODES = {null, "singleshot", "disappears", "appears"};
    private static final String[] TYPES = {null, "notification", "warning", "error"};
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String begin;
    private final Map<Integer, JsonObject> devices = new HashMap<>();
    private JsonObject info = new JsonObject();
    private Consumer<PortEvent> events = event -> {};
    private String lastOutput;

    Ice2Messages(String base) {
        this.begin = base + "/";
    }

    void events(Consumer<PortEvent> consumer) {
        events = consumer;
    }

    /** How many ports it said it has, 0 where it did not. */
    int portCount() {
        return info.getValue("numiolinkports") instanceof Number count ? Math.max(0, count.intValue()) : 0;
    }

    MasterIdentity identity(List<Integer> ports) {
        return new MasterIdentity(text("manufacturer"), text("model"), text("serial"), text("version"), null, ports);
    }

    private String text(String name) {
        return info.getValue(name) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** Whether the last message said that a port has an output, written as port, blank and octets. */
    boolean confirms(String output) {
        return output.equals(lastOutput);
    }

    /** Takes in a message; false for one that says nothing of use. */
    boolean take(String topic, byte[] payload, Map<Integer, Ice2Port> ports) {
        lastOutput = null;
        JsonObject message = payload.length > MOST_OCTETS ? null : Ice2Isdu.json(payload);
        if (message == null || !topic.startsWith(begin)) {
            return false;
        }
        String[] levels = topic.substring(begin.length()).split("/");
        if (levels.length == 1) {
            info = message;
            return false;
        }
        if (levels.length != LEVELS || !levels[1].matches("[0-9]{1,3}")) {
            return false;
        }
        int number = Integer.parseInt(levels[1]);
        if (number < 1 || number > MOST_PORT) {
            return false;
        }
        Ice2Port port = ports.computeIfAbsent(number, Ice2Port::new);
        try {
            take(levels[2], message, port);
            return true;
        } catch (AdapterException e) {
            return false;
        }
    }

    private void take(String kind, JsonObject message, Ice2Port port) {
        switch (kind) {
            case "pdi" -> port.input(processData(message), !isNot(message.getValue("valid")));
            case "pdo" -> {
                String octets = processData(message);
                lastOutput = port.number() + " " + octets;
                port.output(octets);
            }
            case "status" -> status(message, port);
            case "deviceinfo" -> {
                JsonObject before = devices.put(port.number(), message);
                if (!message.equals(before) && port.lastIdentity() != null) {
                    port.doubt();
                }
            }
            case "event" -> event(message, port.number());
            default -> {
            }
        }
    }

    private static String processData(JsonObject message) {
        byte[] octets = Ice2Isdu.octets(message, "raw");
        if (octets.length == 0 || octets.length > MOST_PROCESS_DATA) {
            throw new AdapterException(AdapterException.Kind.DEVICE, "no-octets", "There is no process data");
        }
        return HEX.formatHex(octets);
    }

    /** A port that works and has no device that is known, and one that does not work and has one, are asked again. */
    private static void status(JsonObject message, Ice2Port port) {
        if (message.getValue("state") instanceof String state && port.lastIdentity() != null
                && port.lastIdentity().hasDevice() != "Operate".equalsIgnoreCase(state)) {
            port.doubt();
        }
    }

    /** Numbers are those of the event qualifier of IO-Link; what is local is of the master and not of the device. */
    private void event(JsonObject message, int port) {
        if (message.getValue("code") instanceof Number code && code.intValue() > 0 && code.intValue() <= 0xFFFF
                && !is(message.getValue("local")) && word(MODES, message.getValue("mode")) != null) {
            events.accept(new PortEvent(port, code.intValue(), word(MODES, message.getValue("mode")),
                    word(TYPES, message.getValue("type")), null));
        }
    }

    private static String word(String[] words, Object number) {
        return number instanceof Number at && at.intValue() > 0 && at.intValue() < words.length
                ? words[at.intValue()]
                : null;
    }

    private static boolean is(Object flag) {
        return Boolean.TRUE.equals(flag) || flag instanceof Number number && number.intValue() != 0;
    }

    private static boolean isNot(Object flag) {
        return Boolean.FALSE.equals(flag) || flag instanceof Number number && number.intValue() == 0;
    }
}
