package io.greenstack.core.message;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads registrations: a free object of which {@code name}, {@code iolink} and {@code eds} are known. Ids are numbers, or
 * text in decimal or {@code 0x} notation; names also as the IO-Link JSON specification writes them ({@code vendorId}).
 * Other members are attributes; nested ones are skipped. Immutable and thread-safe.
 */
public final class RegistrationReader {

    /** Most attributes that are kept; further ones are skipped. */
    public static final int MAX_ATTRIBUTES = 64;

    private static final int MAX_TEXT = 256;

    private final PayloadLimits limits;
    private final JsonFactory factory;

    /** A reader with the default limits. */
    public RegistrationReader() {
        this(PayloadLimits.DEFAULT);
    }

    public RegistrationReader(PayloadLimits limits) {
        this.limits = limits;
        this.factory = PayloadCursor.factory(limits);
    }

    /**
     * Reads a payload.
     *
     * @throws PayloadException with the reason; {@link RejectReason#BAD_REGISTRATION} for ids out of range
     */
    public RegistrationMessage read(byte[] payload) {
        return PayloadCursor.read(factory, limits, payload, RegistrationReader::read);
    }

    private static RegistrationMessage read(PayloadCursor payload) throws IOException {
        String deviceName = null;
        IoLinkIdentity ioLink = null;
        EdsIdentity eds = null;
        Map<String, Object> attributes = new LinkedHashMap<>();
        JsonParser json = payload.json;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if ("name".equals(name)) {
                deviceName = deviceName == null ? text(name, payload) : duplicate(name, payload);
            } else if ("iolink".equalsIgnoreCase(name) && token == JsonToken.START_OBJECT) {
                ioLink = ioLink == null ? ioLink(payload) : duplicate(name, payload);
            } else if ("eds".equals(name) && token == JsonToken.START_OBJECT) {
                eds = eds == null ? eds(payload) : duplicate(name, payload);
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL && attributes.size() < MAX_ATTRIBUTES
                    && TelemetryParse.nameFault(name, payload.limits) == null) {
                Object value = TelemetryParse.value(name, payload);
                if (attributes.putIfAbsent(name, value) != null) {
                    throw payload.duplicate(name);
                }
            } else {
                json.skipChildren();
            }
        }
        return new RegistrationMessage(deviceName, ioLink, eds, attributes);
    }

    private static <T> T duplicate(String name, PayloadCursor payload) {
        throw payload.duplicate(name);
    }

    private static IoLinkIdentity ioLink(PayloadCursor payload) throws IOException {
        Integer vendor = null;
        Integer device = null;
        String revision = null;
        String product = null;
        String serial = null;
        while (payload.json.nextToken() == JsonToken.FIELD_NAME) {
            String name = payload.json.currentName();
            payload.json.nextToken();
            switch (name) {
                case "vendor_id", "vendorId" -> vendor = id(name, 0xFFFF, payload);
                case "device_id", "deviceId" -> device = id(name, 0xFF_FFFF, payload);
                case "revision", "ioLinkRevision" -> revision = text(name, payload);
                case "product_id", "productId" -> product = text(name, payload);
                case "serial", "serialNumber" -> serial = text(name, payload);
                default -> payload.json.skipChildren();
            }
        }
        return new IoLinkIdentity(vendor, device, revision, product, serial);
    }

    private static EdsIdentity eds(PayloadCursor payload) throws IOException {
        Integer vendor = null;
        Integer product = null;
        String revision = null;
        while (payload.json.nextToken() == JsonToken.FIELD_NAME) {
            String name = payload.json.currentName();
            payload.json.nextToken();
            switch (name) {
                case "vendor_code", "vendorCode" -> vendor = id(name, 0xFFFF, payload);
                case "product_code", "productCode" -> product = id(name, 0xFFFF, payload);
                case "revision" -> revision = text(name, payload);
                default -> payload.json.skipChildren();
            }
        }
        return new EdsIdentity(vendor, product, revision);
    }

    /** Text, or a number as it is written (a revision of 2.10 is not 2.1). */
    private static String text(String name, PayloadCursor payload) throws IOException {
        JsonToken token = payload.json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            throw payload.wrong(name, "a text");
        }
        String text = payload.json.getText().strip();
        if (text.length() > MAX_TEXT || Texts.hasControlCharacter(text)) {
            throw payload.reject(RejectReason.BAD_REGISTRATION, Texts.quote(name) + " is a text of at most " + MAX_TEXT
                    + " characters without control characters");
        }
        return text.isEmpty() ? null : text;
    }

    private static Integer id(String name, int max, PayloadCursor payload) throws IOException {
        String text = text(name, payload);
        if (text == null) {
            return null;
        }
        int value = number(text);
        if (value < 0 || value > max) {
            throw payload.reject(RejectReason.BAD_REGISTRATION,
                    Texts.quote(name) + " is 0.." + max + ", not " + Texts.quote(text));
        }
        return value;
    }

    /** A number in decimal (leading zeros allowed) or 0x notation; -1 if the text is none, or a very large one. */
    private static int number(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        try {
            return Integer.parseInt(hex ? text.substring(2) : text, hex ? 16 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
