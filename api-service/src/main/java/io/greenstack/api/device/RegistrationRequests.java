package io.greenstack.api.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;

import io.greenstack.api.description.ParameterNames;
import io.greenstack.api.platform.ApiException;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.IdentityShape;
import io.greenstack.core.message.IdentityShape.Member;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.PayloadLimits;
import io.greenstack.core.message.RegistrationReader;
import io.greenstack.core.message.RegistrationReader.RegistrationMessage;
import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.RegistrationMembers;

/**
 * Makes requests of registrations. Known members besides those that {@link RegistrationReader} reads: {@code device_id} and
 * {@code parameters}; all others are kept as attributes.
 */
final class RegistrationRequests {

    static final int MAX_ATTRIBUTES = 16 * 1024;
    static final int MAX_PARAMETERS = 256;
    private static final ObjectReader JSON = new JsonMapper().reader();
    private static final Set<String> KNOWN = Set.of("device_id", "name", "parameters");

    private RegistrationRequests() {}

    /**
     * Reads and checks a registration.
     *
     * @param formats formats of descriptions; the first whose member is there tells the device
     * @throws ApiException 400 saying what is wrong
     */
    static RegistrationRequest read(JsonNode body, List<DescriptionFormat> formats) {
        if (body == null || !body.isObject()) {
            throw new ApiException(400, "bad-request", "A registration is a JSON object with 'device_id'.");
        }
        String deviceId = deviceId(body.get("device_id"));
        try (JsonParser json = body.traverse(); TokenBuffer canonical = new TokenBuffer(null, false)) {
            json.nextToken();
            RegistrationMessage message = reader(formats).read(json, canonical);
            JsonNode members = JSON.readTree(canonical.asParser());
            return new RegistrationRequest(deviceId, message.name(), identity(message.identities(), formats),
                    parameters(members), attributes(members, formats));
        } catch (PayloadException e) {
            throw new ApiException(400, "invalid-parameter", "The registration is not valid: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RegistrationReader reader(List<DescriptionFormat> formats) {
        return new RegistrationReader(PayloadLimits.DEFAULT,
                formats.stream().map(format -> shape(format.registration())).toList());
    }

    private static IdentityShape shape(RegistrationMembers members) {
        return Stream.of(IdentityShape.IO_LINK, IdentityShape.EDS)
                .filter(shape -> shape.member().equals(members.object())).findFirst()
                .orElseGet(() -> new IdentityShape(members.object(), List.of(),
                        List.of(Member.id(members.vendor(), Math.toIntExact(members.maxVendor())),
                                Member.id(members.device(), Math.toIntExact(members.maxDevice())),
                                Member.text("revision"), Member.text(members.product()), Member.text("serial"))));
    }

    private static DeviceIdentity identity(Map<String, Map<String, Object>> identities,
            List<DescriptionFormat> formats) {
        for (DescriptionFormat format : formats) {
            RegistrationMembers members = format.registration();
            Map<String, Object> said = identities.get(members.object());
            if (said != null) {
                return new DeviceIdentity(format.kind(), (Long) said.get(members.vendor()),
                        (Long) said.get(members.device()), (String) said.get("revision"),
                        (String) said.get(members.product()), (String) said.get("serial"));
            }
        }
        return DeviceIdentity.NONE;
    }

    private static String deviceId(JsonNode node) {
        if (node == null || !node.isTextual() || !DeviceId.isValid(node.textValue())) {
            throw new ApiException(400, "bad-device-id",
                    "'device_id' must be 1 to 64 characters out of A-Z a-z 0-9 . _ : -, and neither '.' nor '..'");
        }
        return node.textValue();
    }

    private static Map<String, Long> parameters(JsonNode body) {
        JsonNode node = body.get("parameters");
        Map<String, Long> values = new TreeMap<>();
        if (node == null || node.isNull()) {
            return values;
        }
        if (!node.isObject()) {
            throw ApiException.invalidParameter("parameters", "an object is needed");
        }
        if (node.size() > MAX_PARAMETERS) {
            throw ApiException.invalidParameter("parameters", "at most " + MAX_PARAMETERS + " are accepted");
        }
        node.fields().forEachRemaining(entry -> {
            JsonNode value = entry.getValue();
            if (!value.isIntegralNumber() && !value.isBoolean() || !value.isBoolean() && !value.canConvertToLong()) {
                throw ApiException.invalidParameter("parameters." + entry.getKey(), "a whole number is needed");
            }
            ParameterNames.check(entry.getKey());
            values.put(entry.getKey(), value.isBoolean() ? (value.booleanValue() ? 1L : 0L) : value.longValue());
        });
        return values;
    }

    private static ObjectNode attributes(JsonNode body, List<DescriptionFormat> formats) {
        Set<String> known = new HashSet<>(KNOWN);
        formats.forEach(format -> known.add(format.registration().object()));
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Iterator<Map.Entry<String, JsonNode>> members = body.fields(); members.hasNext();) {
            Map.Entry<String, JsonNode> member = members.next();
            if (!known.contains(member.getKey())) {
                rest.set(member.getKey(), member.getValue());
            }
        }
        if (rest.toString().length() > MAX_ATTRIBUTES) {
            throw new ApiException(413, "payload-too-large",
                    "The free members of a registration may have " + MAX_ATTRIBUTES + " characters in all.");
        }
        return rest;
    }

    /**
     * A checked registration of a device, as the bridge forwards it or a person sends it.
     *
     * @param deviceId id in MQTT topics
     * @param name name for people, null = not said
     * @param identity what the device says it is, {@link DeviceIdentity#NONE} when it said nothing
     * @param parameters condition parameter values it reported
     * @param attributes the members that have no meaning here
     */
    record RegistrationRequest(String deviceId, String name, DeviceIdentity identity, Map<String, Long> parameters,
            ObjectNode attributes) {}
}
