package io.greenstack.bridge.master;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * How it is with a master, for the API.
 *
 * @param error for people, null for nothing
 * @param lastContact when it last answered, null for never
 * @param readMillis how long that took, negative where it is not known
 * @param identity null where it is not known
 * @param ports null where they are not known
 */
record MasterReport(String id, State state, String error, Instant lastContact, int readMillis, MasterIdentity identity,
        List<Port> ports) {

    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 100;

    /** How it is with it. */
    enum State {
        WAITING, CONNECTED, SLOW, AWAY, REFUSED
    }

    /**
     * How it is with a port.
     *
     * @param device the device on it as it is registered, null for none
     * @param identity null where it is not known
     */
    record Port(int port, String device, PortIdentity identity, long readings, long invalid) {

        private void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeNumberField("port", port);
            json.writeStringField("mode", (identity == null ? PortIdentity.Mode.UNKNOWN : identity.mode()).token());
            if (device != null && identity != null) {
                json.writeStringField("device_id", device);
                text(json, "product", identity.product());
                text(json, "serial", identity.serial());
                if (identity.hasDevice()) {
                    json.writeNumberField("vendor_id", identity.vendorId());
                    json.writeNumberField("iolink_device_id", identity.deviceId());
                }
            }
            if (identity != null && identity.cycleUs() != null) {
                json.writeNumberField("cycle_us", identity.cycleUs());
            }
            json.writeNumberField("readings", readings);
            json.writeNumberField("invalid", invalid);
            json.writeEndObject();
        }
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("state", state.name().toLowerCase(Locale.ROOT));
        if (error != null) {
            json.writeStringField("error", cut(error, LONGEST));
        }
        if (lastContact != null) {
            json.writeStringField("last_contact", lastContact.toString());
        }
        if (readMillis >= 0) {
            json.writeNumberField("read_ms", readMillis);
        }
        if (identity != null) {
            text(json, "vendor", identity.vendor());
            text(json, "product", identity.product());
            text(json, "serial", identity.serial());
            text(json, "firmware", identity.firmware());
            text(json, "hardware", identity.hardware());
        }
        if (ports != null) {
            json.writeArrayFieldStart("ports");
            for (Port port : ports) {
                port.write(json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) throws IOException {
        if (text != null) {
            json.writeStringField(name, cut(text, LONGEST_NAME));
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** Whether another report says the same but for counts and times. */
    boolean news(MasterReport before) {
        return before == null || state != before.state || !Objects.equals(error, before.error)
                || !devices().equals(before.devices());
    }

    private List<String> devices() {
        return ports == null ? List.of() : ports.stream().map(port -> port.port + "=" + port.device).toList();
    }
}
