package io.greenstack.loadtest.ingestion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.greenstack.core.message.RejectReason;

/** Twenty ways in which telemetry can be malformed as a whole, each with the reason that its dead letter has to have. */
enum Poison {
    /** Octets of some other protocol. */
    BINARY(RejectReason.NOT_JSON, "\u0001\u0002\u0003"),
    /** Octets that are no JSON. */
    WORDS(RejectReason.NOT_JSON, "temperature=21.5"),
    /** The connection of a gateway to its device broke in the middle. */
    CUT(RejectReason.NOT_JSON, "{\"temperature\":21.5,\"pres"),
    /** Two objects. */
    TWICE(RejectReason.NOT_JSON, "{\"temperature\":21.5}{\"temperature\":21.6}"),
    /** Single quotes. */
    QUOTES(RejectReason.NOT_JSON, "{'temperature':21.5}"),
    /** A decimal comma. */
    COMMA(RejectReason.NOT_JSON, "{\"temperature\":21,5}"),
    /** A bare number. */
    NUMBER(RejectReason.UNKNOWN_SHAPE, "21.5"),
    /** A list. */
    LIST(RejectReason.UNKNOWN_SHAPE, "[21.5,22.5]"),
    /** An object without anything. */
    NOTHING(RejectReason.UNKNOWN_SHAPE, "{}"),
    /** Only a time. */
    ONLY_TIME(RejectReason.UNKNOWN_SHAPE, "{\"timestamp\":\"%s\"}"),
    /** A time twice. */
    TWO_TIMES(RejectReason.DUPLICATE_MEMBER, "{\"temperature\":1,\"timestamp\":\"%s\",\"timestamp\":1}"),
    /** A time without a zone. */
    NO_ZONE(RejectReason.BAD_TIMESTAMP, "{\"temperature\":1,\"timestamp\":\"2026-11-30T10:00:00\"}"),
    /** A clock that was never set. */
    UNSET_CLOCK(RejectReason.BAD_TIMESTAMP, "{\"temperature\":1,\"timestamp\":\"1970-01-01T00:00:07Z\"}"),
    /** A clock that is years ahead. */
    FAR_AHEAD(RejectReason.BAD_TIMESTAMP, null),
    /** No value. */
    NO_VALUE(RejectReason.MISSING_VALUE, "{\"temperature\":null,\"timestamp\":\"%s\"}"),
    /** A value that is no number. */
    NOT_A_NUMBER(RejectReason.NON_FINITE_VALUE, "{\"temperature\":NaN,\"timestamp\":\"%s\"}"),
    /** An object in place of a value. */
    NESTED(RejectReason.NESTED_VALUE, "{\"temperature\":{\"value\":{\"of\":1}},\"timestamp\":\"%s\"}"),
    /** A parameter without a name. */
    NAMELESS(RejectReason.BAD_PARAMETER_NAME, "{\"\":1,\"timestamp\":\"%s\"}"),
    /** Objects within objects within objects. */
    DEEP(RejectReason.TOO_DEEP, "{\"a\":".repeat(20) + "1" + "}".repeat(20)),
    /** Process data that is no hexadecimal text. */
    OCTETS(RejectReason.BAD_OCTETS, "{\"processDataIn\":\"02A1F\",\"timestamp\":\"%s\"}");

    private static final Poison[] ALL = values();

    private final String reason;
    private final String text;

    Poison(String reason, String text) {
        this.reason = reason;
        this.text = text;
    }

    /** One after the other. */
    static Poison of(long number) {
        return ALL[(int) (number % ALL.length)];
    }

    /** Reason of the dead letter. */
    String reason() {
        return reason;
    }

    String payload(Instant time) {
        return text == null
                ? "{\"temperature\":1,\"timestamp\":\"" + time.plus(3_650, ChronoUnit.DAYS) + "\"}"
                : text.replace("%s", time.toString());
    }
}
