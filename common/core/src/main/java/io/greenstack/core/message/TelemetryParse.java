package io.greenstack.core.message;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * One payload being read. Which shape it has is known only at its end, so what would be wrong in a named value is kept
 * in its place and counts only if the payload turns out to have named values. Then it costs that value and no other; a name
 * that stands twice has none, since nothing says which is meant.
 */
final class TelemetryParse {

    private static final int FEW = 16;

    /** Below it a double holds every whole number. */
    private static final double EXACT = 1L << 53;

    private static final Set<String> SINGLE = Set.of("parameter", "value", "unit");

    /** A member that is null: a parameter without a value at present. */
    private static final Object NULL = new Object();

    private final PayloadCursor payload;
    private final JsonParser json;
    private final ClockRule clock;
    private final Instant arrival;
    private final LeftOut.Notes notes = new LeftOut.Notes();
    private final ProcessDataParse processData;
    private final List<NamedValue> members = new ArrayList<>(4);
    private Map<String, Integer> places;
    private Timestamp timestamp;
    private Timestamp otherTime;
    private boolean timestampSeen;

    TelemetryParse(PayloadCursor payload, ClockRule clock, Instant arrival) {
        this.payload = payload;
        this.json = payload.json;
        this.clock = clock;
        this.arrival = arrival;
        this.processData = new ProcessDataParse(payload, notes);
    }

    TelemetryMessage read() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if ("timestamp".equals(name)) {
                if (timestampSeen) {
                    throw payload.duplicate(name);
                }
                timestampSeen = true;
                timestamp = payload.timestamp(clock, arrival);
            } else if ("traceparent".equals(name)) {
                json.skipChildren();
            } else if (!isOtherTime(name) && !processData.member(name)) {
                keep(name);
            }
        }
        Timestamp own = timestamp == null ? otherTime : timestamp;
        Timestamp time = own == null ? Timestamps.ofArrival(arrival) : own;
        if (processData.found()) {
            return processData.message(valid(), time, beside());
        }
        Object parameter = member("parameter");
        Object value = member("value");
        if (parameter instanceof PayloadException fault && value != null) {
            throw fault;
        }
        return parameter instanceof String name && value != null ? single(name, value, time) : all(time);
    }

    /** Beside process data stand the levels of pins; nothing else has a place there. */
    private List<NamedValue> beside() {
        List<NamedValue> pins = new ArrayList<>(0);
        for (NamedValue member : members) {
            if (ProcessDataParse.PINS.contains(member.parameter()) && member.value() instanceof Boolean) {
                pins.add(member);
            } else if (!"valid".equals(member.parameter())) {
                notes.unused("member beside process data", member.parameter());
            }
        }
        return pins;
    }

    private boolean isOtherTime(String name) throws IOException {
        Timestamp found = payload.otherTime(name, clock, arrival);
        otherTime = otherTime == null ? found : otherTime;
        return found != null;
    }

    private void keep(String name) throws IOException {
        int place = place(name);
        if (place >= 0) {
            members.set(place, new NamedValue(name, payload.duplicate(name), null));
            json.skipChildren();
            return;
        }
        if (members.size() == payload.limits.parameters() + 1) {
            throw payload.reject(RejectReason.TOO_MANY_PARAMETERS,
                    "More than " + payload.limits.parameters() + " parameters");
        }
        PayloadException fault = checkName(name);
        Object value = scalar(name);
        members.add(new NamedValue(name, fault == null ? value : fault, null));
    }

    /** Where a name stands already, -1 if nowhere. */
    private int place(String name) {
        if (members.size() < FEW) {
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).parameter().equals(name)) {
                    return i;
                }
            }
            return -1;
        }
        if (places == null) {
            places = new HashMap<>();
            for (int i = 0; i < members.size(); i++) {
                places.put(members.get(i).parameter(), i);
            }
        }
        Integer place = places.putIfAbsent(name, members.size());
        return place == null ? -1 : place;
    }

    private PayloadException checkName(String name) {
        String fault = nameFault(name, payload.limits);
        return fault == null
                ? null
                : payload.reject(name.length() > payload.limits.nameLength()
                        ? RejectReason.TEXT_TOO_LONG
                        : RejectReason.BAD_PARAMETER_NAME, fault);
    }

    static String nameFault(String name, PayloadLimits limits) {
        if (name.isBlank()) {
            return "A parameter has no name";
        }
        if (name.length() > limits.nameLength()) {
            return "The name " + Texts.quote(name) + " has more than " + limits.nameLength() + " characters";
        }
        if (Texts.hasControlCharacter(name)) {
            return "The name " + Texts.quote(name) + " has control characters";
        }
        return name.endsWith("\\")
                ? "The name " + Texts.quote(name) + " ends with a backslash, which the history cannot keep"
                : null;
    }

    /** The value at the present position; a fault is returned, not thrown. */
    private Object scalar(String name) throws IOException {
        switch (json.currentToken()) {
            case VALUE_NULL :
                return NULL;
            case START_OBJECT, START_ARRAY :
                PayloadException nested = payload.reject(RejectReason.NESTED_VALUE, "The value of " + Texts.quote(name)
                        + " is " + PayloadCursor.describe(json.currentToken()));
                json.skipChildren();
                return nested;
            default :
                try {
                    return value(name, payload);
                } catch (PayloadException e) {
                    return e;
                }
        }
    }

    /** A boolean, a text or a finite number at the present position. */
    static Object value(String name, PayloadCursor payload) throws IOException {
        JsonParser json = payload.json;
        return switch (json.currentToken()) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_STRING -> payload.text(name);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                double number = json.getDoubleValue();
                if (!Double.isFinite(number)) {
                    throw payload.reject(RejectReason.NON_FINITE_VALUE, "The value of " + Texts.quote(name) + " is "
                            + (json.isNaN() ? json.getText() : "beyond what a double holds"));
                }
                yield Math.abs(number) < EXACT || json.currentToken() != JsonToken.VALUE_NUMBER_INT
                        ? (Object) number
                        : exact(new BigInteger(json.getText()), number);
            }
            default -> throw payload.reject(RejectReason.NESTED_VALUE, "The value of " + Texts.quote(name) + " is "
                    + PayloadCursor.describe(json.currentToken()));
        };
    }

    /** The digits are asked for as text: the parser would make a whole number of the double that it has made. */
    private static Object exact(BigInteger whole, double number) {
        return new BigDecimal(number).compareTo(new BigDecimal(whole)) == 0 ? (Object) number : whole;
    }

    private Object member(String name) {
        for (NamedValue member : members) {
            if (member.parameter().equals(name)) {
                return member.value();
            }
        }
        return null;
    }

    private boolean valid() {
        Object valid = member("valid");
        if (valid != null && valid != NULL && !(valid instanceof Boolean)) {
            throw new PayloadException(RejectReason.BAD_MEMBER, "'valid' is true or false");
        }
        return !Boolean.FALSE.equals(valid);
    }

    /** Shape A. */
    private TelemetryMessage single(String name, Object value, Timestamp time) {
        String fault = nameFault(name, payload.limits);
        if (fault != null) {
            throw new PayloadException(name.length() > payload.limits.nameLength()
                    ? RejectReason.TEXT_TOO_LONG
                    : RejectReason.BAD_PARAMETER_NAME, fault);
        }
        if (value == NULL) {
            throw new PayloadException(RejectReason.MISSING_VALUE, "The value of " + Texts.quote(name) + " is null");
        }
        Object unit = member("unit");
        if (unit != null && unit != NULL && !(unit instanceof String)) {
            throw unit instanceof PayloadException e
                    ? e
                    : new PayloadException(RejectReason.BAD_MEMBER, "'unit' is a text");
        }
        for (NamedValue member : members) {
            if (!SINGLE.contains(member.parameter())) {
                notes.unused("member beside a single value", member.parameter());
            }
        }
        String symbol = unit instanceof String text ? cleanUnit(text, payload.limits) : null;
        return new NamedValues(List.of(new NamedValue(name, sound(value), symbol)), time, notes.leftOut());
    }

    static String cleanUnit(String unit, PayloadLimits limits) {
        if (unit.length() > limits.nameLength() || Texts.hasControlCharacter(unit)) {
            throw new PayloadException(RejectReason.BAD_MEMBER, "'unit' is a text of at most " + limits.nameLength()
                    + " characters without control characters");
        }
        String symbol = unit.strip();
        if (symbol.endsWith("\\")) {
            throw new PayloadException(RejectReason.BAD_MEMBER,
                    "'unit' ends with a backslash, which the history cannot keep");
        }
        return symbol.isEmpty() ? null : symbol;
    }

    /** Shape B. */
    private TelemetryMessage all(Timestamp time) {
        List<NamedValue> values = new ArrayList<>(members.size());
        for (NamedValue member : members) {
            if (member.value() instanceof PayloadException fault) {
                notes.fault(fault);
            } else if (member.value() != NULL) {
                values.add(member);
            } else {
                notes.unused("parameter that is null", member.parameter());
            }
        }
        if (values.size() + notes.faults().size() > payload.limits.parameters()) {
            throw new PayloadException(RejectReason.TOO_MANY_PARAMETERS,
                    "More than " + payload.limits.parameters() + " parameters");
        }
        if (values.isEmpty() && !notes.faults().isEmpty()) {
            throw notes.faults().get(0).ofAll();
        }
        if (values.isEmpty()) {
            throw new PayloadException(members.isEmpty() ? RejectReason.UNKNOWN_SHAPE : RejectReason.MISSING_VALUE,
                    "The payload has neither a parameter with a value nor process data");
        }
        return new NamedValues(values, time, notes.leftOut());
    }

    private static Object sound(Object value) {
        if (value instanceof PayloadException fault) {
            throw fault;
        }
        return value;
    }
}
