package io.greenstack.mappings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.DeviceIds;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.PayloadLimits;
import io.greenstack.core.message.RejectReason;
import io.greenstack.core.message.Timestamps;

/** Reads what the expressions of a rule answered for one item. What is wrong with a part is noted, and costs no other. */
final class ResultReader {

    private static final String TIMESTAMP = "timestamp";
    private static final Set<String> MODES = Set.of("appears", "disappears", "singleshot");
    private static final Set<String> TYPES = Set.of("notification", "warning", "error");
    private static final int MAX_CODE = 0xFFFF;
    private static final int MAX_OCTETS = 4_096;
    private static final PayloadLimits LIMITS = PayloadLimits.DEFAULT;

    private final Instant received;
    private final ZoneId zone;
    private final int most;
    private final List<ItemFault> faults;

    /**
     * @param received when the message arrived; times are read against it
     * @param zone of times without one, null if those are wrong
     * @param most values of the message
     * @param faults what is wrong is added here
     */
    ResultReader(Instant received, ZoneId zone, int most, List<ItemFault> faults) {
        this.received = received;
        this.zone = zone;
        this.most = most;
        this.faults = faults;
    }

    /** @throws PayloadException if it gives no device id */
    DeviceId device(Object result) {
        if (result instanceof List<?> names && !names.isEmpty()
                && names.stream().allMatch(name -> name instanceof String || name instanceof Number)) {
            return DeviceIds.of(names.stream().map(Object::toString).toArray(String[]::new));
        }
        if (result instanceof String || result instanceof Number) {
            String name = result.toString().strip();
            if (!name.isEmpty()) {
                return DeviceIds.of(name);
            }
        }
        throw new PayloadException(RejectReason.BAD_DEVICE_ID,
                "device: a text or a list of texts is needed, got " + kind(result));
    }

    /** @return null for the arrival */
    Instant time(Object result) {
        if (result == null) {
            return null;
        }
        if (result instanceof Number number) {
            return Timestamps.ofEpoch(new BigDecimal(number.toString()), received).time();
        }
        if (result instanceof String text) {
            if (zone != null) {
                try {
                    return LocalDateTime.parse(text.strip().replace(' ', 'T')).atZone(zone).toInstant();
                } catch (DateTimeException e) {
                    return Timestamps.ofText(text, received).time();
                }
            }
            return Timestamps.ofText(text, received).time();
        }
        throw new PayloadException(RejectReason.BAD_TIMESTAMP, "a time is a text or a number, not " + kind(result));
    }

    List<MappedValue> values(Object result, Instant time) {
        List<MappedValue> values = new ArrayList<>();
        if (result instanceof Map<?, ?> object) {
            members(object, time, values);
        } else if (result instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> object && object.get("parameter") instanceof String name) {
                    part("values", () -> add(name, object.get("value"), object.get("unit"),
                            own(object.get(TIMESTAMP), time), values));
                } else if (element instanceof Map<?, ?> object) {
                    members(object, time, values);
                } else if (element != null) {
                    fault(RejectReason.UNKNOWN_SHAPE, "values: an object is needed, got " + kind(element));
                }
            }
        } else if (result != null) {
            fault(RejectReason.UNKNOWN_SHAPE, "values: an object or a list is needed, got " + kind(result));
        }
        return values;
    }

    private void members(Map<?, ?> object, Instant time, List<MappedValue> values) {
        Instant[] own = {time};
        if (object.get(TIMESTAMP) != null && !part("values", () -> own[0] = time(object.get(TIMESTAMP)))) {
            return;
        }
        object.forEach((name, value) -> {
            if (!TIMESTAMP.equals(name)) {
                part("values", () -> {
                    if (value instanceof Map<?, ?> parts && parts.containsKey("value")) {
                        add(name.toString(), parts.get("value"), parts.get("unit"), own(parts.get(TIMESTAMP), own[0]),
                                values);
                    } else {
                        add(name.toString(), value, null, own[0], values);
                    }
                });
            }
        });
    }

    private Instant own(Object own, Instant otherwise) {
        return own == null ? otherwise : time(own);
    }

    private void add(String name, Object value, Object unit, Instant time, List<MappedValue> values) {
        if (value == null) {
            return;
        }
        if (name.isBlank() || name.length() > LIMITS.nameLength() || name.chars().anyMatch(Character::isISOControl)) {
            throw new PayloadException(RejectReason.BAD_PARAMETER_NAME,
                    "'" + shortened(name) + "' is no name of a parameter");
        }
        if (values.size() >= most) {
            throw new PayloadException(RejectReason.TOO_MANY_PARAMETERS, "more than " + most + " values");
        }
        String symbol = unit == null ? null : unit.toString();
        if (symbol != null && symbol.length() > LIMITS.nameLength()) {
            throw new PayloadException(RejectReason.TEXT_TOO_LONG, "the unit of '" + name + "' is too long");
        }
        values.add(new MappedValue(new NamedValue(name, scalar(name, value),
                symbol == null || symbol.isBlank() ? null : symbol), time));
    }

    /** A double, or a whole number that none can hold. */
    private static Number exact(Number number) {
        BigInteger whole = number instanceof BigInteger big
                ? big
                : number instanceof Long ? BigInteger.valueOf(number.longValue()) : null;
        return whole == null || new BigDecimal(number.doubleValue()).toBigInteger().equals(whole)
                ? number.doubleValue()
                : whole;
    }

    private static Object scalar(String name, Object value) {
        if (value instanceof Number number) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new PayloadException(RejectReason.NON_FINITE_VALUE, "'" + name + "' is " + value);
            }
            return exact(number);
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            if (text.length() > LIMITS.textLength()) {
                throw new PayloadException(RejectReason.TEXT_TOO_LONG, "the text of '" + name + "' has more than "
                        + LIMITS.textLength() + " characters");
            }
            return text;
        }
        throw new PayloadException(RejectReason.NESTED_VALUE, "'" + name
                + "' is " + kind(value) + "; a number, a text or a truth value is needed, $flatten(...) makes some");
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> registration(Object result) {
        if (result == null || result instanceof Map<?, ?>) {
            return (Map<String, Object>) result;
        }
        throw new PayloadException(RejectReason.BAD_REGISTRATION,
                "registration: an object is needed, got " + kind(result));
    }

    Boolean connected(Object result) {
        if (result == null || result instanceof Boolean) {
            return (Boolean) result;
        }
        return switch (result.toString().strip().toLowerCase(Locale.ROOT)) {
            case "connected", "online" -> true;
            case "disconnected", "offline" -> false;
            default -> throw new PayloadException(RejectReason.UNKNOWN_STATE, "state: connected, disconnected, online, "
                    + "offline, true or false is needed, got '" + shortened(result.toString()) + "'");
        };
    }

    List<MappedEvent> events(Object result, Instant time) {
        List<MappedEvent> events = new ArrayList<>();
        List<?> list = result == null ? List.of() : result instanceof List<?> several ? several : List.of(result);
        for (Object element : list) {
            part("events", () -> events.add(event(element, time)));
        }
        return events;
    }

    private MappedEvent event(Object element, Instant time) {
        if (!(element instanceof Map<?, ?> object)) {
            throw new PayloadException(RejectReason.UNKNOWN_SHAPE, "an event is an object, not " + kind(element));
        }
        String mode = word(object.get("mode"), "singleshot");
        String type = word(object.get("type"), null);
        if (!MODES.contains(mode) || type != null && !TYPES.contains(type)) {
            throw new PayloadException(RejectReason.BAD_MEMBER, "mode is one of " + MODES + ", type one of " + TYPES);
        }
        return new MappedEvent(code(object.get("code")), mode, type, own(object.get(TIMESTAMP), time));
    }

    private static int code(Object code) {
        try {
            int number = code instanceof Number n ? n.intValue() : Integer.decode(String.valueOf(code).strip());
            if (number >= 0 && number <= MAX_CODE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new PayloadException(RejectReason.BAD_MEMBER, "code is a whole number from 0 to " + MAX_CODE);
    }

    private static String word(Object value, String otherwise) {
        return value == null ? otherwise : value.toString().strip().toLowerCase(Locale.ROOT);
    }

    String processData(Object result) {
        if (result == null) {
            return null;
        }
        if (result instanceof List<?> list && list.size() <= MAX_OCTETS && list.stream().allMatch(
                octet -> octet instanceof Number number && number.doubleValue() == number.intValue()
                        && number.intValue() >= 0 && number.intValue() <= 255)) {
            byte[] octets = new byte[list.size()];
            for (int i = 0; i < octets.length; i++) {
                octets[i] = ((Number) list.get(i)).byteValue();
            }
            return HexFormat.of().withUpperCase().formatHex(octets);
        }
        if (result instanceof String text) {
            String digits = text.replaceAll("(?i)^0x|[ :-]", "");
            if (digits.length() % 2 == 0 && digits.length() <= 2 * MAX_OCTETS && digits.matches("[0-9A-Fa-f]*")) {
                return digits.toUpperCase(Locale.ROOT);
            }
        }
        throw new PayloadException(RejectReason.BAD_OCTETS,
                "process_data: hexadecimal text or a list of 0..255 is needed");
    }

    /** Does a part; notes what is wrong with it. */
    boolean part(String member, Runnable part) {
        try {
            part.run();
            return true;
        } catch (PayloadException e) {
            fault(e.reason(), e.getMessage().startsWith(member) ? e.getMessage() : member + ": " + e.getMessage());
            return false;
        }
    }

    private void fault(String reason, String detail) {
        if (faults.size() < 20) {
            faults.add(new ItemFault(reason, detail));
        }
    }

    private static String kind(Object value) {
        if (value == null) {
            return "nothing";
        }
        return value instanceof Map
                ? "an object"
                : value instanceof List
                        ? "a list"
                        : value instanceof Number || value instanceof Boolean
                                ? value.toString()
                                : "'" + shortened(value.toString()) + "'";
    }

    private static String shortened(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 80 ? clean.substring(0, 80) + "..." : clean;
    }
}
