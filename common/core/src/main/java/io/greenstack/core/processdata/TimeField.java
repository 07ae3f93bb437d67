package io.greenstack.core.processdata;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** TimeT and TimeSpanT; see {@link IoLinkTime}. */
final class TimeField extends CompiledField {

    private final BitSlice slice;

    TimeField(Frame frame, Field field) {
        super(field);
        this.slice = new BitSlice(frame.byteOrder(), frame.octets(), field.bitOffset(), field.bitLength());
    }

    @Override
    DecodedValue decode(byte[] octets, ParameterValues parameters) {
        long raw = slice.read(octets);
        return field.type() == ScalarType.TIME_SPAN
                ? new DecodedValue(field, raw, IoLinkTime.span(raw), IoLinkTime.spanSeconds(raw), null, null, null)
                : new DecodedValue(field, raw, IoLinkTime.time(raw), IoLinkTime.epochSeconds(raw), null, null, null);
    }

    @Override
    void encode(Object value, byte[] octets, ParameterValues parameters) {
        slice.write(octets, field.type() == ScalarType.TIME ? time(value) : span(value));
    }

    private long time(Object value) {
        Instant time;
        try {
            time = value instanceof Instant given
                    ? given
                    : OffsetDateTime.parse(value instanceof String text ? text : "").toInstant();
        } catch (DateTimeException e) {
            throw badValue(value, "a time with zone (ISO 8601)");
        }
        Long raw = IoLinkTime.raw(time);
        if (raw == null) {
            throw outOfRange(time + " is not within 1984-01-01 and 2120-02-07");
        }
        return raw;
    }

    private long span(Object value) {
        Long raw = null;
        if (value instanceof Number number) {
            BigDecimal seconds = NumberField.decimal(number);
            raw = seconds == null ? null : IoLinkTime.raw(seconds);
        } else {
            try {
                raw = IoLinkTime.raw(value instanceof Duration given
                        ? given
                        : Duration.parse(value instanceof String text ? text : ""));
            } catch (DateTimeException e) {
                throw badValue(value, "a duration (ISO 8601) or a number of seconds");
            }
        }
        if (raw == null) {
            throw outOfRange("a time span is within 2^31 seconds");
        }
        return raw;
    }
}
