package io.greenstack.core.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.greenstack.core.processdata.Direction;

/** The members of a payload that carry process data: shape C and JSON for IO-Link. */
final class ProcessDataParse {

    private static final byte[] NONE = new byte[0];

    /** What was found for one direction; octets or named values. */
    private static final class Found {
        private byte[] octets;
        private List<NamedValue> values;
        private final List<ItemFault> faults = new ArrayList<>(0);
        private Boolean valid;
        private boolean missing;
    }

    private final PayloadCursor payload;
    private final JsonParser json;
    private boolean emptyPort;
    private Found in;
    private Found out;

    ProcessDataParse(PayloadCursor payload) {
        this.payload = payload;
        this.json = payload.json;
    }

    boolean found() {
        return in != null || out != null || emptyPort;
    }

    /** Reads a member if it carries process data; the parser is at its value. */
    boolean member(String name) throws IOException {
        if ("processDataIn".equals(name) || "processDataOut".equals(name)) {
            octets(name, start("processDataIn".equals(name) ? Direction.IN : Direction.OUT, name));
            return true;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        if (isIoLink(name)) {
            ioLink(start(Direction.IN, name));
        } else if ("getData".equals(name) || "setData".equals(name)) {
            port("getData".equals(name) ? Direction.IN : Direction.OUT);
        } else {
            return false;
        }
        return true;
    }

    /** The specification writes ioLink and, in some of its examples, iolink; so do masters. */
    private static boolean isIoLink(String name) {
        return "iolink".equalsIgnoreCase(name);
    }

    private Found start(Direction direction, String name) {
        if ((direction == Direction.IN ? in : out) != null) {
            throw payload.duplicate(name);
        }
        Found found = new Found();
        if (direction == Direction.IN) {
            in = found;
        } else {
            out = found;
        }
        return found;
    }

    private void octets(String name, Found found) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            found.missing = true;
        } else {
            found.octets = OctetText.read(name, payload);
        }
    }

    /** The data of one direction of a port: ioLink, or the level of a pin in digital mode. */
    private void port(Direction direction) throws IOException {
        List<NamedValue> pins = new ArrayList<>(2);
        boolean ioLink = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (isIoLink(name) && json.currentToken() == JsonToken.START_OBJECT) {
                ioLink(start(direction, name));
                ioLink = true;
            } else if (("cqValue".equals(name) || "iqValue".equals(name)) && json.currentToken().isBoolean()) {
                pins.add(new NamedValue(name, json.getBooleanValue(), null));
            } else {
                json.skipChildren();
            }
        }
        if (!ioLink && !pins.isEmpty()) {
            start(direction, direction == Direction.IN ? "getData" : "setData").values = pins;
        }
        emptyPort |= !ioLink && pins.isEmpty();
    }

    private void ioLink(Found found) throws IOException {
        found.missing = true;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if ("valid".equals(name)) {
                if (found.valid != null) {
                    throw payload.duplicate(name);
                }
                found.valid = payload.bool(name);
            } else if ("value".equals(name)) {
                if (!found.missing) {
                    throw payload.duplicate(name);
                }
                found.missing = json.currentToken() == JsonToken.VALUE_NULL;
                value(found);
            } else {
                json.skipChildren();
            }
        }
    }

    private void value(Found found) throws IOException {
        switch (json.currentToken()) {
            case VALUE_NULL -> found.octets = null;
            case START_ARRAY, VALUE_STRING -> found.octets = OctetText.read("value", payload);
            case START_OBJECT -> ioddFormat(found);
            default -> throw payload.wrong("value", "a list of octets or an object");
        }
    }

    /**
     * {@code {"value":true}} of a single value, or {@code {"Distance":{"value":55,"unit":"mm"}}}. A fault of one value costs only
     * that value.
     */
    private void ioddFormat(Found found) throws IOException {
        Map<String, Object> items = new LinkedHashMap<>();
        String unit = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (items.size() > payload.limits.parameters()) {
                throw payload.reject(RejectReason.TOO_MANY_PARAMETERS,
                        "More than " + payload.limits.parameters() + " parameters");
            }
            if (items.containsKey(name)) {
                items.put(name, ItemFault.of(payload.duplicate(name)));
                json.skipChildren();
            } else if (json.currentToken() == JsonToken.START_OBJECT) {
                items.put(name, item(name));
            } else if ("unit".equals(name) && json.currentToken() == JsonToken.VALUE_STRING) {
                unit = json.getText();
                items.put(name, NONE);
            } else {
                items.put(name, "value".equals(name) ? single(name) : NONE);
                json.skipChildren();
            }
        }
        found.values = new ArrayList<>(items.size());
        items.values().forEach(item -> {
            if (item instanceof NamedValue value) {
                found.values.add(value);
            } else if (item instanceof ItemFault fault) {
                found.faults.add(fault);
            }
        });
        if (unit != null && found.values.size() == 1 && items.get("value") instanceof NamedValue only
                && only.unit() == null) {
            found.values.set(0, new NamedValue("value", only.value(), TelemetryParse.cleanUnit(unit, payload.limits)));
        }
    }

    private Object single(String name) throws IOException {
        try {
            return json.currentToken() == JsonToken.VALUE_NULL
                    ? NONE
                    : new NamedValue(name, TelemetryParse.value(name, payload), null);
        } catch (PayloadException e) {
            return ItemFault.of(e);
        }
    }

    /** A value, what is wrong with it, or nothing; the parser is at the end of its object then. */
    private Object item(String name) throws IOException {
        String wrong = TelemetryParse.nameFault(name, payload.limits);
        ItemFault fault = wrong == null
                ? null
                : ItemFault.of(payload.reject(RejectReason.BAD_PARAMETER_NAME, wrong));
        Object value = null;
        String unit = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            json.nextToken();
            try {
                if ("value".equals(member) && json.currentToken() != JsonToken.VALUE_NULL) {
                    value = TelemetryParse.value(name, payload);
                } else if ("unit".equals(member) && json.currentToken() == JsonToken.VALUE_STRING) {
                    unit = TelemetryParse.cleanUnit(json.getText(), payload.limits);
                }
            } catch (PayloadException e) {
                fault = fault == null ? new ItemFault(e.reason(), Texts.quote(name) + ": " + e.getMessage()) : fault;
            }
            json.skipChildren();
        }
        if (fault != null) {
            return fault;
        }
        return value == null ? NONE : new NamedValue(name, value, unit);
    }

    /**
     * What the payload says.
     *
     * @param valid the payload's own {@code valid} member, for directions that have none
     */
    TelemetryMessage message(boolean valid, Timestamp time) {
        Found first = in != null ? in : out;
        if (first == null) {
            return new NamedValues(List.of(), time);
        }
        if (first.values != null && !first.values.isEmpty() && isValid(first, valid)) {
            return new NamedValues(first.values, time, first.faults);
        }
        if (!first.faults.isEmpty() && isValid(first, valid)) {
            throw first.faults.get(0).ofAll();
        }
        RawProcessData output = in == null || out == null || out.values != null
                ? null
                : raw(Direction.OUT, out, valid, time, null);
        return raw(in != null ? Direction.IN : Direction.OUT, first, valid, time, output);
    }

    private static boolean isValid(Found found, boolean valid) {
        return found.valid == null ? valid : found.valid;
    }

    private static RawProcessData raw(Direction direction, Found found, boolean valid, Timestamp time,
            RawProcessData counterpart) {
        boolean sound = isValid(found, valid);
        if (found.octets == null && sound) {
            throw new PayloadException(RejectReason.MISSING_VALUE,
                    "The process data " + direction.token() + " has no value, but is said to be valid");
        }
        return new RawProcessData(direction, found.octets == null ? NONE : found.octets, sound, time, counterpart);
    }
}
