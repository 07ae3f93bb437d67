package io.greenstack.bridge.dialect.ifm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.bridge.dialect.CanonicalMessages;
import io.greenstack.bridge.dialect.Publication;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Unused;

/** What one notification of an ifm master says of a port. */
final class IfmPort {

    /** Kind of a data point that the master could not read. */
    static final String NO_ANSWER = "data point with a code other than 200";

    private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2})*");
    private static final int OK = 200;
    private static final int DIGITAL_INPUT = 1;
    private static final int DIGITAL_OUTPUT = 2;
    private static final int IO_LINK = 3;

    private final int number;
    private JsonNode mode;
    private JsonNode in;
    private JsonNode out;
    private JsonNode vendor;
    private JsonNode device;
    private JsonNode product;
    private JsonNode serial;

    IfmPort(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static boolean answered(JsonNode point) {
        return point.path("code").asInt() == OK;
    }

    static JsonNode value(JsonNode point) {
        return answered(point) ? point.path("data") : point.path("none");
    }

    /** Returns what a point is that says nothing of use, null for one that does. Input data that is away is the state. */
    String take(String name, JsonNode point) {
        boolean input = "iolinkdevice/pdin".equals(name);
        if (!input && point.isObject() && !answered(point)) {
            return NO_ANSWER;
        }
        switch (name) {
            case "mode" -> mode = value(point);
            case "iolinkdevice/pdin" -> in = point;
            case "iolinkdevice/pdout" -> out = value(point);
            case "iolinkdevice/vendorid" -> vendor = value(point);
            case "iolinkdevice/deviceid" -> device = value(point);
            case "iolinkdevice/productname" -> product = value(point);
            case "iolinkdevice/serial" -> serial = value(point);
            default -> {
                return "data point of a port";
            }
        }
        return null;
    }

    /** Whether the notification tells if there is a device. */
    boolean tellsState() {
        return in != null;
    }

    /** Whether there is input data. */
    boolean answers() {
        return in != null && value(in).isTextual() && !value(in).textValue().isEmpty();
    }

    List<Publication> publications(DeviceId id, Instant time, CanonicalMessages messages, List<String> faults,
            List<Unused> unused) {
        List<Publication> publications = new ArrayList<>();
        if (vendor != null && vendor.isIntegralNumber() && device != null && device.isIntegralNumber()) {
            publications.add(registration(id, messages));
        } else if (vendor != null || device != null || product != null || serial != null) {
            unused.add(new Unused("identity without vendorid and deviceid", "port " + number));
        }
        String input = answers() ? octets("pdin", value(in), faults) : null;
        String output = out == null || out.isNull() ? null : octets("pdout", out, faults);
        if (input == null && output == null) {
            return publications;
        }
        int is = mode == null ? IO_LINK : mode.asInt();
        if (is == IO_LINK) {
            publications.add(messages.processData(id, input, output, time));
            return publications;
        }
        List<NamedValue> levels = new ArrayList<>(2);
        level(levels, "input", input, is == DIGITAL_INPUT, unused);
        level(levels, "output", output, is == DIGITAL_OUTPUT, unused);
        if (!levels.isEmpty()) {
            publications.addAll(messages.values(id, levels, time));
        }
        return publications;
    }

    private void level(List<NamedValue> levels, String name, String octets, boolean used, List<Unused> unused) {
        if (octets != null && used) {
            levels.add(new NamedValue(name, !octets.replace("0", "").isEmpty(), null));
        } else if (octets != null) {
            unused.add(new Unused("process data that the mode of the port does not have", name + " of port " + number));
        }
    }

    /** Octets of one direction that are none cost no other; null where there are none. */
    private String octets(String name, JsonNode value, List<String> faults) {
        if (value.isTextual() && HEX.matcher(value.textValue()).matches()) {
            return value.textValue().isEmpty() ? null : value.textValue();
        }
        faults.add(name + " of port " + number + " is no hexadecimal text of whole octets");
        return null;
    }

    /** A port in digital mode has no device on IO-Link: its ids are 0, and no description is missing. */
    private Publication registration(DeviceId id, CanonicalMessages messages) {
        boolean digital = vendor.longValue() == 0 && device.longValue() == 0;
        return messages.object(TopicKind.REGISTER, id, false, json -> {
            if (product != null && product.isTextual()) {
                json.writeStringField("name", product.textValue());
            }
            if (digital) {
                json.writeStringField("port_mode", "digital");
                return;
            }
            json.writeObjectFieldStart("iolink");
            json.writeNumberField("vendor_id", vendor.longValue());
            json.writeNumberField("device_id", device.longValue());
            if (serial != null && serial.isTextual()) {
                json.writeStringField("serial", serial.textValue());
            }
            json.writeEndObject();
        });
    }
}
