package io.greenstack.core.message;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** A payload as it streams by, with errors that name the member and its position. One instance per payload. */
final class PayloadCursor {

    /** Reads a payload that is one object; the parser is at its start. */
    interface Body<T> {
        T read(PayloadCursor payload) throws IOException;
    }

    /** Usual names of the time beside ours. */
    private static final Set<String> OTHER_TIMES = Set.of("timestamp_ms", "ts", "time", "datetime", "measured_at");

    final JsonParser json;
    final PayloadLimits limits;

    private PayloadCursor(JsonParser json, PayloadLimits limits) {
        this.json = json;
        this.limits = limits;
    }

    /** A payload that is parsed already; the parser is at its start. */
    static PayloadCursor of(JsonParser json, PayloadLimits limits) {
        return new PayloadCursor(json, limits);
    }

    /** Names are not interned: they come from devices, and there is no end to them. */
    static JsonFactory factory(PayloadLimits limits) {
        return JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(limits.depth())
                        .maxNameLength(Math.max(512, limits.nameLength())).maxNumberLength(128)
                        .maxStringLength(limits.octets()).build())
                .build();
    }

    /**
     * Opens a payload, has it read, and makes sure that nothing follows.
     *
     * @throws PayloadException for everything that is wrong with the payload
     */
    static <T> T read(JsonFactory factory, PayloadLimits limits, byte[] payload, Body<T> body) {
        return read(factory, limits, payload, false, body);
    }

    /**
     * The same for a payload that is one object or a list.
     *
     * @throws PayloadException for everything that is wrong with the payload
     */
    static <T> T readObjectOrList(JsonFactory factory, PayloadLimits limits, byte[] payload, Body<T> body) {
        return read(factory, limits, payload, true, body);
    }

    private static <T> T read(JsonFactory factory, PayloadLimits limits, byte[] payload, boolean list, Body<T> body) {
        if (payload.length == 0) {
            throw new PayloadException(RejectReason.EMPTY_PAYLOAD, "The payload is empty");
        }
        if (payload.length > limits.octets()) {
            throw new PayloadException(RejectReason.PAYLOAD_TOO_LARGE,
                    "The payload has " + payload.length + " octets, the limit is " + limits.octets());
        }
        try (JsonParser json = factory.createParser(payload, 0, length(payload))) {
            PayloadCursor cursor = new PayloadCursor(json, limits);
            JsonToken first = json.nextToken();
            if (first != JsonToken.START_OBJECT && !(list && first == JsonToken.START_ARRAY)) {
                throw cursor.reject(first == null ? RejectReason.EMPTY_PAYLOAD : RejectReason.UNKNOWN_SHAPE,
                        "The payload is an object" + (list ? " or a list of some" : "") + ", not " + describe(first));
            }
            T result = body.read(cursor);
            if (json.nextToken() != null) {
                throw cursor.reject(RejectReason.NOT_JSON, "Something follows the end of the payload");
            }
            return result;
        } catch (StreamConstraintsException e) {
            boolean depth = String.valueOf(e.getMessage()).contains("nesting depth");
            throw new PayloadException(depth ? RejectReason.TOO_DEEP : RejectReason.TEXT_TOO_LONG,
                    depth ? "The payload nests deeper than " + limits.depth() + " levels" : firstLine(e));
        } catch (IOException e) {
            throw new PayloadException(RejectReason.NOT_JSON, "The payload is not JSON: " + firstLine(e));
        }
    }

    /** Firmware in C sends the NUL at the end of a text along. */
    private static int length(byte[] payload) {
        int length = payload.length;
        while (length > 0 && payload[length - 1] == 0) {
            length--;
        }
        return length;
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        int source = line.indexOf(" at [Source");
        String text = source < 0 ? line : line.substring(0, source);
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }

    /** A rejection at the present position. */
    PayloadException reject(String reason, String what) {
        JsonLocation at = json.currentTokenLocation();
        if (at.getLineNr() < 0) {
            return new PayloadException(reason, what);
        }
        return new PayloadException(reason, what + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
    }

    /** What stands around the value at the present position. */
    JsonStreamContext around() {
        JsonStreamContext context = json.getParsingContext();
        return json.currentToken().isStructStart() ? context.getParent() : context;
    }

    /** Goes to the end of a value within which something was wrong, so that what stands behind it can be read. */
    void leave(JsonStreamContext around) throws IOException {
        while (json.getParsingContext() != around && json.nextToken() != null) {
            json.skipChildren();
        }
    }

    static String describe(JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> token.isNumeric() ? "a number" : token.name().toLowerCase(Locale.ROOT);
        };
    }

    boolean bool(String name) throws IOException {
        if (!json.currentToken().isBoolean()) {
            throw wrong(name, "true or false");
        }
        return json.getBooleanValue();
    }

    String text(String name) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(name, "a text");
        }
        if (json.getTextLength() > limits.textLength()) {
            throw tooLong(name);
        }
        return json.getText();
    }

    PayloadException tooLong(String name) {
        return reject(RejectReason.TEXT_TOO_LONG,
                Texts.quote(name) + " has more than " + limits.textLength() + " characters");
    }

    PayloadException wrong(String name, String wanted) {
        return reject(RejectReason.BAD_MEMBER,
                Texts.quote(name) + " is " + wanted + ", not " + describe(json.currentToken()));
    }

    PayloadException duplicate(String name) {
        return reject(RejectReason.DUPLICATE_MEMBER, Texts.quote(name) + " stands twice");
    }

    /** The timestamp at the present position as far as it counts; null means there is none. */
    Timestamp timestamp(ClockRule clock, Instant arrival) throws IOException {
        Timestamp claimed = timestamp(arrival);
        return claimed == null ? null : clock.judge(claimed, arrival);
    }

    /**
     * The timestamp at the present position, if a member of that name may hold one and what stands there is one: other usual
     * names of times are also names of parameters.
     *
     * @return null if it is none
     */
    Timestamp otherTime(String name, ClockRule clock, Instant arrival) throws IOException {
        if (!OTHER_TIMES.contains(name) || !json.currentToken().isScalarValue() || json.currentToken().isBoolean()) {
            return null;
        }
        try {
            return timestamp(clock, arrival);
        } catch (PayloadException e) {
            return null;
        }
    }

    private Timestamp timestamp(Instant arrival) throws IOException {
        try {
            return switch (json.currentToken()) {
                case VALUE_NULL -> null;
                case VALUE_STRING -> Timestamps.ofText(json.getText(), arrival);
                case VALUE_NUMBER_INT -> json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? Timestamps.ofEpoch(json.getDecimalValue(), arrival)
                        : Timestamps.ofEpoch(json.getLongValue(), arrival);
                case VALUE_NUMBER_FLOAT -> {
                    if (json.isNaN()) {
                        throw reject(RejectReason.BAD_TIMESTAMP, "The timestamp is not a number");
                    }
                    yield Timestamps.ofEpoch(json.getDecimalValue(), arrival);
                }
                default -> throw reject(RejectReason.BAD_TIMESTAMP,
                        "The timestamp is a text or a number, not " + describe(json.currentToken()));
            };
        } catch (NumberFormatException e) {
            throw reject(RejectReason.BAD_TIMESTAMP, "The timestamp's exponent is no number");
        } catch (PayloadException e) {
            throw e.getMessage().contains("(line ") ? e : reject(e.reason(), e.getMessage());
        }
    }
}
