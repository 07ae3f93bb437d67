package io.greenstack.core.message;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;

/**
 * Reads event payloads: {@code {"code":36352,"mode":"appears","type":"warning","timestamp":...}} or a list of such objects. The
 * code is a number, or text in decimal or {@code 0x} notation; without a mode an event is a single shot. Other members have
 * no place. Immutable and thread-safe.
 */
public final class EventReader {

    /** The most events in one payload. */
    public static final int MAX_EVENTS = 200;

    private static final int MAX_CODE = 0xFFFF;

    private static final PayloadLimits LIMITS = PayloadLimits.DEFAULT;

    private final ClockRule rule;
    private final JsonFactory factory = PayloadCursor.factory(LIMITS);

    /** @param rule what a time of a device is worth that lies ahead of ours */
    public EventReader(ClockRule rule) {
        this.rule = rule;
    }

    /**
     * Reads a payload. An event of a list that is wrong costs no other.
     *
     * @param arrival when it arrived; stands in for a timestamp that is missing
     * @throws PayloadException with the reason, the member and its position, if there is no event that is right
     */
    public EventMessages read(byte[] payload, Instant arrival) {
        return PayloadCursor.readObjectOrList(factory, LIMITS, payload, cursor -> {
            List<EventMessage> events = new ArrayList<>();
            LeftOut.Notes notes = new LeftOut.Notes();
            if (cursor.json.currentToken() == JsonToken.START_OBJECT) {
                events.add(event(cursor, arrival, notes));
            } else {
                list(cursor, arrival, events, notes);
            }
            return new EventMessages(events, notes.leftOut());
        });
    }

    private void list(PayloadCursor cursor, Instant arrival, List<EventMessage> events, LeftOut.Notes notes)
            throws IOException {
        int place = 0;
        while (cursor.json.nextToken() != JsonToken.END_ARRAY && cursor.json.currentToken() != null) {
            if (place++ == MAX_EVENTS) {
                throw cursor.reject(RejectReason.TOO_MANY_EVENTS, "More than " + MAX_EVENTS + " events");
            }
            JsonStreamContext around = cursor.around();
            try {
                if (cursor.json.currentToken() != JsonToken.START_OBJECT) {
                    throw cursor.reject(RejectReason.UNKNOWN_SHAPE,
                            "An event is an object, not " + PayloadCursor.describe(cursor.json.currentToken()));
                }
                events.add(event(cursor, arrival, notes));
            } catch (PayloadException e) {
                notes.fault(new PayloadException(e.reason(), "event " + place + ": " + e.getMessage()));
                cursor.leave(around);
            }
        }
        if (place == 0) {
            throw cursor.reject(RejectReason.UNKNOWN_SHAPE, "The list has no events");
        }
        if (events.isEmpty()) {
            throw notes.faults().get(0).ofAll();
        }
    }

    private EventMessage event(PayloadCursor payload, Instant arrival, LeftOut.Notes notes) throws IOException {
        Integer code = null;
        EventMessage.Mode mode = null;
        EventMessage.Type type = null;
        Timestamp timestamp = null;
        Timestamp otherTime = null;
        while (payload.json.nextToken() == JsonToken.FIELD_NAME) {
            String name = payload.json.currentName();
            payload.json.nextToken();
            boolean twice = switch (name) {
                case "code" -> code != null;
                case "mode" -> mode != null;
                case "type" -> type != null;
                case "timestamp" -> timestamp != null;
                default -> false;
            };
            if (twice) {
                throw payload.duplicate(name);
            }
            switch (name) {
                case "code" -> code = code(payload);
                case "mode" -> mode = constant(name, EventMessage.Mode.values(), payload);
                case "type" -> type = constant(name, EventMessage.Type.values(), payload);
                case "timestamp" -> timestamp = payload.timestamp(rule, arrival);
                default -> {
                    Timestamp other = payload.otherTime(name, rule, arrival);
                    if (other != null) {
                        otherTime = otherTime == null ? other : otherTime;
                    } else if (!"traceparent".equals(name)) {
                        notes.unused("member of an event", name);
                    }
                    payload.json.skipChildren();
                }
            }
        }
        if (code == null) {
            throw payload.reject(RejectReason.UNKNOWN_SHAPE, "An event has a 'code'");
        }
        Timestamp own = timestamp == null ? otherTime : timestamp;
        return new EventMessage(code, mode == null ? EventMessage.Mode.SINGLESHOT : mode, type,
                own == null ? Timestamps.ofArrival(arrival) : own);
    }

    private static Integer code(PayloadCursor payload) throws IOException {
        int code = -1;
        try {
            if (payload.json.currentToken() == JsonToken.VALUE_STRING) {
                code = Integer.decode(payload.text("code").strip());
            } else if (payload.json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                code = payload.json.getIntValue();
            }
        } catch (NumberFormatException | InputCoercionException e) {
            code = -1;
        }
        if (code < 0 || code > MAX_CODE) {
            throw payload.reject(RejectReason.BAD_MEMBER, "'code' is a whole number from 0 to " + MAX_CODE);
        }
        return code;
    }

    private static <E extends Enum<E>> E constant(String name, E[] constants, PayloadCursor payload)
            throws IOException {
        if (payload.json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        String text = payload.text(name);
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw payload.reject(RejectReason.BAD_MEMBER, "'" + name + "' is one of " + Arrays.toString(constants)
                .toLowerCase(Locale.ROOT) + ", not " + Texts.quote(text));
    }

    /**
     * The events of one payload.
     *
     * @param events in their order
     * @param leftOut what is not kept, while these are
     */
    public record EventMessages(List<EventMessage> events, LeftOut leftOut) {

        public EventMessages {
            events = List.copyOf(events);
        }

        /** Whether the clock of the device was ahead for one of them. */
        public boolean ahead() {
            return events.stream().anyMatch(event -> event.timestamp().ahead() != null);
        }
    }
}
