package io.greenstack.core.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads registrations: a free object of which {@code name} and the identities are known, in the spellings of
 * {@link IdentityShape}; one whose ids are all 0 is none. What it understands it writes again in one canonical form; other members are kept as they are. Texts
 * that no database can hold are refused wherever they stand. Immutable and thread-safe.
 */
public final class RegistrationReader {

    /** Longest name or text of an identity, in characters. */
    public static final int MAX_TEXT = 200;

    private static final String DEVICE_ID = "device_id";
    private static final JsonFactory JSON = new JsonFactory();

    private final PayloadLimits limits;
    private final JsonFactory factory;
    private final Map<String, IdentityShape> shapes = new HashMap<>();
    private final Map<String, Map<String, IdentityShape.Member>> members = new HashMap<>();

    /** A reader of the identities of IO-Link and EtherNet/IP devices, with the default limits. */
    public RegistrationReader() {
        this(PayloadLimits.DEFAULT, List.of(IdentityShape.IO_LINK, IdentityShape.EDS));
    }

    /** @param identities the kinds of identity that are known */
    public RegistrationReader(PayloadLimits limits, List<IdentityShape> identities) {
        this.limits = limits;
        this.factory = PayloadCursor.factory(limits);
        for (IdentityShape shape : identities) {
            shapes.put(shape.member(), shape);
            shape.spellings().forEach(spelling -> shapes.put(spelling, shape));
            members.put(shape.member(), shape.bySpelling());
        }
    }

    /**
     * Reads a payload.
     *
     * @throws PayloadException with the reason; {@link RejectReason#BAD_REGISTRATION} for ids out of range
     */
    public RegistrationMessage read(byte[] payload) {
        return read(payload, null, new ByteArrayOutputStream());
    }

    /**
     * The canonical form of a payload, with the id of the device that sent it and no other.
     *
     * @throws PayloadException as {@link #read(byte[])}
     */
    public byte[] canonical(DeviceId sender, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 64);
        read(payload, sender, out);
        return out.toByteArray();
    }

    private RegistrationMessage read(byte[] payload, DeviceId sender, ByteArrayOutputStream out) {
        try (JsonGenerator canonical = JSON.createGenerator(out)) {
            return PayloadCursor.read(factory, limits, payload, cursor -> read(cursor, sender, canonical));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an object that is parsed already.
     *
     * @param body at its start
     * @param canonical gets the canonical form
     * @throws PayloadException as {@link #read(byte[])}
     */
    public RegistrationMessage read(JsonParser body, JsonGenerator canonical) throws IOException {
        return read(PayloadCursor.of(body, limits), null, canonical);
    }

    private RegistrationMessage read(PayloadCursor payload, DeviceId sender, JsonGenerator out) throws IOException {
        String deviceName = null;
        Map<String, Map<String, Object>> identities = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        JsonParser json = payload.json;
        out.writeStartObject();
        if (sender != null) {
            out.writeStringField(DEVICE_ID, sender.value());
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            IdentityShape shape = shapes.get(name);
            if (!seen.add(shape == null ? name : shape.member())) {
                throw payload.duplicate(name);
            }
            JsonToken token = json.nextToken();
            if (sender != null && DEVICE_ID.equals(name)) {
                json.skipChildren();
            } else if (token == JsonToken.VALUE_NULL) {
                out.writeNullField(name);
            } else if ("name".equals(name)) {
                deviceName = text(name, payload);
                out.writeStringField(name, deviceName);
            } else if (shape != null) {
                Map<String, Object> identity = identity(name, shape.member(), payload, out);
                if (!namesNobody(shape, identity)) {
                    identities.put(shape.member(), identity);
                }
            } else {
                out.writeFieldName(text(name, payload, name));
                copy(payload, out);
            }
        }
        out.writeEndObject();
        return new RegistrationMessage(deviceName, identities);
    }

    /** A port of a master in digital mode, and what has no device at all, is said to have the ids 0 and 0. */
    private static boolean namesNobody(IdentityShape shape, Map<String, Object> identity) {
        List<IdentityShape.Member> ids = shape.members().stream().filter(member -> member.max() > 0).toList();
        return !ids.isEmpty() && ids.stream().allMatch(id -> Long.valueOf(0).equals(identity.get(id.name())));
    }

    private Map<String, Object> identity(String name, String member, PayloadCursor payload, JsonGenerator out)
            throws IOException {
        if (payload.json.currentToken() != JsonToken.START_OBJECT) {
            throw payload.wrong(name, "an object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        out.writeObjectFieldStart(member);
        while (payload.json.nextToken() == JsonToken.FIELD_NAME) {
            String spelling = payload.json.currentName();
            IdentityShape.Member known = members.get(member).get(spelling);
            JsonToken token = payload.json.nextToken();
            if (known == null) {
                out.writeFieldName(text(spelling, payload, spelling));
                copy(payload, out);
            } else if (token != JsonToken.VALUE_NULL) {
                String path = name + "." + spelling;
                Object value = known.max() == 0 ? text(path, payload) : id(path, known.max(), payload);
                if (value != null && values.putIfAbsent(known.name(), value) != null) {
                    throw payload.duplicate(path);
                }
                if (value != null) {
                    out.writeObjectField(known.name(), value);
                }
            }
        }
        out.writeEndObject();
        return values;
    }

    /** Copies a value, numbers as they are written. */
    private static void copy(PayloadCursor payload, JsonGenerator out) throws IOException {
        JsonParser json = payload.json;
        int depth = 0;
        do {
            JsonToken token = json.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.FIELD_NAME) {
                out.writeFieldName(text(json.currentName(), payload, json.currentName()));
            } else if (token == JsonToken.VALUE_STRING) {
                out.writeString(text(json.currentName(), payload, json.getText()));
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT && json.isNaN()) {
                throw payload.reject(RejectReason.NON_FINITE_VALUE,
                        Texts.quote(json.currentName()) + " is not a finite number");
            } else {
                copyExactly(json, payload, out);
            }
            if (depth > 0) {
                json.nextToken();
            }
        } while (depth > 0 || json.currentToken().isStructStart());
    }

    private static void copyExactly(JsonParser json, PayloadCursor payload, JsonGenerator out) throws IOException {
        try {
            out.copyCurrentEventExact(json);
        } catch (NumberFormatException e) {
            throw payload.reject(RejectReason.NON_FINITE_VALUE,
                    Texts.quote(json.currentName()) + " is a number that nothing can hold");
        }
    }

    private static String text(String name, PayloadCursor payload, String text) {
        if (Texts.unstorable(text)) {
            throw payload.reject(RejectReason.BAD_REGISTRATION,
                    Texts.quote(name) + " has characters that no text can have");
        }
        return text;
    }

    /** Text, or a number as it is written (a revision of 2.10 is not 2.1); null if it is empty. */
    private static String text(String name, PayloadCursor payload) throws IOException {
        JsonToken token = payload.json.currentToken();
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            throw payload.wrong(name, "a text");
        }
        String text = payload.json.getText().strip();
        if (text.length() > MAX_TEXT || Texts.hasControlCharacter(text) || Texts.unstorable(text)) {
            throw payload.reject(RejectReason.BAD_REGISTRATION, Texts.quote(name) + " is a text of at most " + MAX_TEXT
                    + " characters without control characters");
        }
        return text.isEmpty() ? null : text;
    }

    private static Long id(String name, int max, PayloadCursor payload) throws IOException {
        String text = text(name, payload);
        if (text == null) {
            return null;
        }
        long value = number(text);
        if (value < 0 || value > max) {
            throw payload.reject(RejectReason.BAD_REGISTRATION,
                    Texts.quote(name) + " is 0.." + max + ", not " + Texts.quote(text));
        }
        return value;
    }

    /** A number in decimal (leading zeros allowed) or 0x notation; -1 if the text is none, or a very large one. */
    private static long number(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        try {
            return Integer.parseInt(hex ? text.substring(2) : text, hex ? 16 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * A device makes itself known.
     *
     * @param name display name, null if it has none
     * @param identities what it says it is, by the member of each kind of identity ({@code iolink}, {@code eds}); in each what was
     *        said by canonical name: {@code Long} or {@code String}, never null
     */
    public record RegistrationMessage(String name, Map<String, Map<String, Object>> identities) {}
}
