package io.greenstack.core.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;

import io.greenstack.core.processdata.Direction;

/** The members of a payload that carry process data: shape C and JSON for IO-Link. */
final class ProcessDataParse {

    private static final byte[] NONE = new byte[0];

    /** Names of the levels of pins. */
    static final Set<String> PINS = Set.of("cqValue", "iqValue");

    /** What was found for one direction: octets or named values, or what is wrong with it. */
    private static final class Found {

        private byte[] octets;
        private List<NamedValue> values;
        private String unit;
        private Boolean valid;
        private boolean missing;
        private PayloadException fault;
    }

    private final PayloadCursor payload;
    private final JsonParser json;
    private final LeftOut.Notes notes;
    private Found in;
    private Found out;
    private List<NamedValue> pins = List.of();
    private Map<String, NamedValue> named = Map.of();
    private boolean emptyPort;

    ProcessDataParse(PayloadCursor payload, LeftOut.Notes notes) {
        this.payload = payload;
        this.json = payload.json;
        this.notes = notes;
    }

    boolean found() {
        return in != null || out != null || !pins.isEmpty() || emptyPort;
    }

    /** Reads a member if it carries process data; the parser is at its value. What is wrong costs its direction. */
    boolean member(String name) throws IOException {
        if ("processDataIn".equals(name) || "processDataOut".equals(name)) {
            read("processDataIn".equals(name) ? Direction.IN : Direction.OUT, name, this::octets);
            return true;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        if (isIoLink(name)) {
            read(Direction.IN, name, this::ioLink);
        } else if ("getData".equals(name) || "setData".equals(name)) {
            port("getData".equals(name) ? Direction.IN : Direction.OUT, name);
        } else {
            return false;
        }
        return true;
    }

    /** Reads the process data of a direction. */
    private interface Read {

        void read(String name, Found found) throws IOException;
    }

    private void read(Direction direction, String name, Read read) throws IOException {
        JsonStreamContext around = payload.around();
        Found before = direction == Direction.IN ? in : out;
        if (before != null) {
            before.fault = payload.duplicate(name);
            json.skipChildren();
            return;
        }
        Found found = new Found();
        if (direction == Direction.IN) {
            in = found;
        } else {
            out = found;
        }
        try {
            read.read(name, found);
        } catch (PayloadException e) {
            found.fault = e;
            payload.leave(around);
        }
    }

    /** The specification writes ioLink and, in some of its examples, iolink; so do masters. */
    private static boolean isIoLink(String name) {
        return "iolink".equalsIgnoreCase(name);
    }

    private void octets(String name, Found found) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            found.missing = true;
        } else {
            found.octets = OctetText.read(name, payload);
        }
    }

    /** The data of one direction of a port: ioLink, the levels of pins, or both. */
    private void port(Direction direction, String port) throws IOException {
        boolean empty = true;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (isIoLink(name) && json.currentToken() == JsonToken.START_OBJECT) {
                read(direction, name, this::ioLink);
                empty = false;
            } else if (PINS.contains(name) && json.currentToken().isBoolean()) {
                pins = pins.isEmpty() ? new ArrayList<>(2) : pins;
                pins.add(new NamedValue(direction.parameter(name), json.getBooleanValue(), null));
                empty = false;
            } else {
                notes.unused("member of " + port, name);
                json.skipChildren();
            }
        }
        emptyPort |= empty;
    }

    private void ioLink(String port, Found found) throws IOException {
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
            } else if ("unit".equals(name) && json.currentToken() == JsonToken.VALUE_STRING) {
                found.unit = TelemetryParse.cleanUnit(json.getText(), payload.limits);
            } else {
                notes.unused("member of " + port, name);
                json.skipChildren();
            }
        }
        if (found.unit != null) {
            giveUnit(found);
        }
    }

    /** A unit belongs to a single value. */
    private void giveUnit(Found found) {
        NamedValue only = found.values != null && found.values.size() == 1 ? found.values.get(0) : null;
        if (only != null && "value".equals(only.parameter()) && only.unit() == null) {
            found.values.set(0, new NamedValue("value", only.value(), found.unit));
        } else {
            notes.unused("unit of no single value", found.unit);
        }
    }

    private void value(Found found) throws IOException {
        switch (json.currentToken()) {
            case VALUE_NULL -> found.octets = null;
            case START_ARRAY, VALUE_STRING -> found.octets = OctetText.read("value", payload);
            case START_OBJECT -> ioddFormat(found);
            default -> {
                found.values = new ArrayList<>(1);
                found.values.add(new NamedValue("value", TelemetryParse.value("value", payload), null));
            }
        }
    }

    /**
     * {@code {"value":true}} of a single value, or {@code {"Distance":{"value":55,"unit":"mm"}}}. A fault of one value costs only
     * that value.
     */
    private void ioddFormat(Found found) throws IOException {
        Map<String, Object> items = new LinkedHashMap<>();
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
                found.unit = TelemetryParse.cleanUnit(json.getText(), payload.limits);
                items.put(name, NONE);
            } else if ("value".equals(name) && json.currentToken() != JsonToken.VALUE_NULL) {
                items.put(name, single(name));
                json.skipChildren();
            } else {
                notes.unused("member of process data that is no value", name);
                items.put(name, NONE);
                json.skipChildren();
            }
        }
        found.values = new ArrayList<>(items.size());
        List<ItemFault> faults = new ArrayList<>(0);
        items.values().forEach(item -> {
            if (item instanceof NamedValue value) {
                found.values.add(value);
            } else if (item instanceof ItemFault fault) {
                faults.add(fault);
            }
        });
        if (found.values.isEmpty() && !faults.isEmpty()) {
            throw faults.get(0).ofAll();
        }
        notes.faults(faults);
    }

    private Object single(String name) throws IOException {
        try {
            return new NamedValue(name, TelemetryParse.value(name, payload), null);
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
                } else {
                    notes.unused("member of a value of process data", member);
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
     * @param beside levels of pins that stand beside process data
     */
    TelemetryMessage message(boolean valid, Timestamp time, List<NamedValue> beside) {
        List<RawProcessData> raw = new ArrayList<>(2);
        add(Direction.IN, in, valid, time, raw);
        add(Direction.OUT, out, valid, time, raw);
        pins.forEach(this::add);
        beside.forEach(this::add);
        List<NamedValue> values = named.isEmpty()
                ? List.of()
                : named.values().stream().filter(value -> value.value() != NONE).toList();
        if (raw.isEmpty() && values.isEmpty() && !notes.faults().isEmpty()) {
            throw notes.faults().get(0).ofAll();
        }
        if (raw.isEmpty()) {
            return new NamedValues(values, time, notes.leftOut());
        }
        RawProcessData first = raw.get(0);
        return new RawProcessData(first.direction(), first.octets(), first.valid(), time,
                raw.size() == 1 ? null : raw.get(1), values, notes.leftOut());
    }

    private void add(Direction direction, Found found, boolean valid, Timestamp time, List<RawProcessData> raw) {
        if (found == null) {
            return;
        }
        boolean sound = found.valid == null ? valid : found.valid;
        if (found.fault != null) {
            notes.fault(found.fault);
        } else if (sound && found.values != null && !found.values.isEmpty()) {
            found.values.forEach(value -> add(
                    new NamedValue(direction.parameter(value.parameter()), value.value(), value.unit())));
        } else if (sound && found.octets == null) {
            notes.fault(new PayloadException(RejectReason.MISSING_VALUE,
                    "The process data " + direction.token() + " has no value, but is said to be valid"));
        } else {
            raw.add(new RawProcessData(direction, found.octets == null ? NONE : found.octets, sound, time));
        }
    }

    /** A name that stands twice has no value. */
    private void add(NamedValue value) {
        named = named.isEmpty() ? new LinkedHashMap<>() : named;
        NamedValue old = named.put(value.parameter(), value);
        if (old != null) {
            named.put(value.parameter(), new NamedValue(value.parameter(), NONE, null));
            notes.fault(new PayloadException(RejectReason.DUPLICATE_MEMBER,
                    Texts.quote(value.parameter()) + " stands twice"));
        }
    }
}
