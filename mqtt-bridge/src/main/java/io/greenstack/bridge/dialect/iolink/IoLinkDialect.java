package io.greenstack.bridge.dialect.iolink;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

import io.greenstack.bridge.dialect.CanonicalMessages;
import io.greenstack.bridge.dialect.CanonicalMessages.Event;
import io.greenstack.bridge.dialect.Dialect;
import io.greenstack.bridge.dialect.JsonPayloads;
import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Translation;
import io.greenstack.core.collection.BoundedMap;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.TopicKind;
import io.greenstack.core.message.Unused;

/**
 * Identification, events and port status of IO-Link masters:
 * <ul>
 * <li>{@code {originator}/devices/{alias}/identification} registers the device, which binds it to its description,
 * <li>{@code {originator}/devices/{alias}/events} and {@code {originator}/gateway/events} become events of the device,
 * <li>{@code {originator}/masters/{m}/ports/{p}/status} tells whether the device is there. The topic does not name the device:
 * it is the one whose alias an event has told for that port, else the one with the alias {@code master{m}port{p}} that masters
 * give as long as nobody changes it.
 * </ul>
 * Process data has a way of its own, without a detour over the broker: both edge services subscribe to it.
 */
public final class IoLinkDialect implements Dialect {

    /** Members of an identification that travel with the registration, all of them texts. */
    private static final Set<String> IDENTITY = Set.of("productName", "ioLinkRevision",
            "iolinkRevision", "productId", "serialNumber",
            "vendorName", "hardwareRevision", "firmwareRevision", "applicationSpecificTag", "locationTag",
            "functionTag");

    private static final int MOST_PORTS = 10_000;

    private final String originator;
    private final boolean withOriginator;
    private final CanonicalMessages messages;
    private final Map<String, String> aliases = BoundedMap.ofUsed(MOST_PORTS);

    /**
     * @param originator the one originator to listen to, or {@code +} for all
     * @param withOriginator true to make the originator part of the device id
     * @param messages writes what is published
     */
    public IoLinkDialect(String originator, boolean withOriginator, CanonicalMessages messages) {
        this.originator = originator;
        this.withOriginator = withOriginator;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "iolink";
    }

    @Override
    public List<String> filters() {
        return List.of(originator + "/devices/+/identification", originator + "/devices/+/events",
                originator + "/gateway/events", originator + "/masters/+/ports/+/status");
    }

    @Override
    public boolean matches(String topic) {
        String[] levels = topic.split("/", -1);
        if (!"+".equals(originator) && !originator.equals(levels[0])) {
            return false;
        }
        return levels.length == 3 && "gateway".equals(levels[1]) && "events".equals(levels[2])
                || levels.length == 4 && "devices".equals(levels[1])
                        && ("identification".equals(levels[3]) || "events".equals(levels[3]))
                || levels.length == 6 && "masters".equals(levels[1]) && "ports".equals(levels[3])
                        && "status".equals(levels[5]);
    }

    @Override
    public Translation translate(InboundMessage message) {
        if (message.payload().length == 0) {
            return Translation.NOTHING;
        }
        return JsonPayloads.translate(message.payload(), body -> translate(message, body));
    }

    private Translation translate(InboundMessage message, JsonNode body) {
        String[] levels = message.topic().split("/", -1);
        List<Unused> unused = new ArrayList<>();
        List<ItemFault> faults = new ArrayList<>();
        List<Publication> publications = switch (levels[1]) {
            case "gateway" -> events(levels[0], null, body, message.receivedAt(), unused, faults);
            case "masters" -> portStatus(levels, body, message.receivedAt(), unused);
            default -> "events".equals(levels[3])
                    ? events(levels[0], levels[2], body, message.receivedAt(), unused, faults)
                    : identification(device(levels[0], levels[2]), body, unused);
        };
        if (publications.isEmpty() && !faults.isEmpty()) {
            throw faults.get(0).ofAll();
        }
        return new Translation(publications, null, unused).with(faults);
    }

    private DeviceId device(String from, String alias) {
        return new DeviceId(withOriginator ? from + ":" + alias : alias);
    }

    private List<Publication> identification(DeviceId device, JsonNode body, List<Unused> unused) {
        if (!body.path("vendorId").isIntegralNumber() || !body.path("deviceId").isIntegralNumber()) {
            throw new PayloadException(RejectReason.BAD_REGISTRATION,
                    "An identification has a vendorId and a deviceId that are whole numbers");
        }
        body.fields().forEachRemaining(member -> {
            boolean number = member.getKey().equals("vendorId") || member.getKey().equals("deviceId");
            if (!number && !(IDENTITY.contains(member.getKey()) && member.getValue().isTextual())) {
                unused.add(new Unused("member of an identification", member.getKey()));
            }
        });
        return List.of(messages.object(TopicKind.REGISTER, device, false, json -> {
            if (body.path("productName").isTextual()) {
                json.writeStringField("name", body.path("productName").textValue());
            }
            // A port in digital mode has no device on IO-Link: its ids are 0, and no description is missing.
            if (body.path("vendorId").longValue() == 0 && body.path("deviceId").longValue() == 0) {
                json.writeStringField("port_mode", "digital");
                return;
            }
            json.writeObjectFieldStart("iolink");
            json.writeNumberField("vendor_id", body.path("vendorId").longValue());
            json.writeNumberField("device_id", body.path("deviceId").longValue());
            // The specification writes iolinkRevision; masters of earlier drafts write ioLinkRevision.
            text(json, "revision", body.path(body.has("iolinkRevision") ? "iolinkRevision" : "ioLinkRevision"));
            text(json, "product_id", body.path("productId"));
            text(json, "serial", body.path("serialNumber"));
            json.writeEndObject();
            for (String[] member : new String[][]{{"vendorName", "vendor_name"},
                    {"hardwareRevision", "hardware_revision"}, {"firmwareRevision", "firmware_revision"},
                    {"applicationSpecificTag", "application_specific_tag"}, {"locationTag", "location_tag"},
                    {"functionTag", "function_tag"}}) {
                text(json, member[1], body.path(member[0]));
            }
        }));
    }

    private static void text(JsonGenerator json, String name, JsonNode value) throws IOException {
        if (value.isTextual() && !value.textValue().isBlank()) {
            json.writeStringField(name, value.textValue());
        }
    }

    /** @param alias whose events they are by the topic, null where each one tells it itself */
    private List<Publication> events(String from, String alias, JsonNode body, Instant arrival,
            List<Unused> unused, List<ItemFault> faults) {
        Map<DeviceId, List<Event>> byDevice = new LinkedHashMap<>();
        int place = 0;
        for (JsonNode entry : body.isArray() ? body : List.of(body)) {
            place++;
            JsonNode origin = entry.path("origin");
            String told = origin.path("deviceAlias").asText("");
            if (!told.isEmpty() && DeviceId.isValid(told)) {
                learn(from, origin, told);
            }
            String whose = alias != null ? alias : told.isEmpty() ? aliasOfPort(from, origin) : told;
            try {
                if (whose.isEmpty()) {
                    unused.add(new Unused("event of no device", entry.toString()));
                } else {
                    DeviceId device = device(from, whose);
                    Event event = IoLinkEvent.of(entry, arrival, unused);
                    byDevice.computeIfAbsent(device, id -> new ArrayList<>()).add(event);
                }
            } catch (PayloadException e) {
                faults.add(new ItemFault(e.reason(), "event " + place + ": " + e.getMessage()));
            }
        }
        return byDevice.entrySet().stream()
                .flatMap(device -> messages.events(device.getKey(), device.getValue()).stream()).toList();
    }

    /** The device of a port whose events do not name it, empty if they name no port. */
    private String aliasOfPort(String from, JsonNode origin) {
        JsonNode master = IoLinkEvent.master(origin);
        JsonNode port = IoLinkEvent.port(origin);
        return master.isIntegralNumber() && port.isIntegralNumber()
                ? aliasOfPort(from, master.asText(), port.asText())
                : "";
    }

    private String aliasOfPort(String from, String master, String port) {
        return aliases.getOrDefault(from + "/" + master + "/" + port, "master" + master + "port" + port);
    }

    private void learn(String from, JsonNode origin, String alias) {
        JsonNode master = IoLinkEvent.master(origin);
        JsonNode port = IoLinkEvent.port(origin);
        if (master.isIntegralNumber() && port.isIntegralNumber()) {
            aliases.put(from + "/" + master.asInt() + "/" + port.asInt(), alias);
        }
    }

    private List<Publication> portStatus(String[] levels, JsonNode body, Instant arrival, List<Unused> unused) {
        Boolean connected = switch (body.path("statusInfo").asText("")) {
            case "DEVICE_ONLINE", "OPERATE" -> Boolean.TRUE;
            case "COMMUNICATION_LOST", "DEACTIVATED", "INCORRECT_DEVICE", "NOT_AVAILABLE", "PORT_POWER_OFF",
                    "PAIRING_FAULT" ->
                Boolean.FALSE;
            case "" -> throw new PayloadException(RejectReason.UNKNOWN_SHAPE, "A port status has a 'statusInfo'");
            default -> null;
        };
        body.fields().forEachRemaining(member -> {
            if (!member.getKey().equals("statusInfo")) {
                unused.add(new Unused("member of a port status", member.toString()));
            }
        });
        if (connected == null) {
            unused.add(new Unused("status of a port that says nothing of a device", body.path("statusInfo").asText()));
            return List.of();
        }
        return List.of(
                messages.status(device(levels[0], aliasOfPort(levels[0], levels[2], levels[4])), connected, arrival));
    }
}
