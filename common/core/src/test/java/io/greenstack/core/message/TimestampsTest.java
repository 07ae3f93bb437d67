package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

    @ParameterizedTest
    @CsvSource({"2026-11-23T10:00:00Z,2026-11-23T10:00:00Z",
            "2026-11-23T10:00:00.123456789Z,2026-11-23T10:00:00.123456789Z",
            "2026-11-23T11:00:00+01:00,2026-11-23T10:00:00Z", "2026-11-23T11:00:00+0100,2026-11-23T10:00:00Z",
            "2026-11-23T11:00:00+01,2026-11-23T10:00:00Z", "2026-11-23T04:30-05:30,2026-11-23T10:00:00Z",
            "2026-11-23t10:00:00z,2026-11-23T10:00:00Z", "' 2026-11-23T10:00:00Z ',2026-11-23T10:00:00Z",
            "1795428000,2026-11-23T10:00:00Z", "1795428000.25,2026-11-23T10:00:00.250Z",
            "1795428000123,2026-11-23T10:00:00.123Z", "1795428000123456,2026-11-23T10:00:00.123456Z",
            "1795428000123456789,2026-11-23T10:00:00.123456789Z"})
    void texts(String text, Instant time) {
        assertThat(Timestamps.ofText(text, NOW)).isEqualTo(new Timestamp(time, true));
    }

    @ParameterizedTest
    @CsvSource({"1795428000,2026-11-23T10:00:00Z", "1795428000123,2026-11-23T10:00:00.123Z",
            "1795428000123456,2026-11-23T10:00:00.123456Z", "1795428000123456789,2026-11-23T10:00:00.123456789Z"})
    void epochs(long epoch, Instant time) {
        assertThat(Timestamps.ofEpoch(epoch, NOW).time()).isEqualTo(time);
        assertThat(Timestamps.ofEpoch(new BigDecimal(epoch), NOW).time()).isEqualTo(time);
        assertThat(Timestamps.ofEpoch(epoch, NOW).epochNanos())
                .isEqualTo(time.getEpochSecond() * 1_000_000_000 + time.getNano());
    }

    @ParameterizedTest
    @CsvSource({"1795428000.123456789123,2026-11-23T10:00:00.123456789Z", "1.795428E9,2026-11-23T10:00:00Z",
            "1795428000123.5,2026-11-23T10:00:00.123500Z", "1.795428000123E12,2026-11-23T10:00:00.123Z"})
    void fractions(BigDecimal epoch, Instant time) {
        assertThat(Timestamps.ofEpoch(epoch, NOW).time()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "now", "2026-11-23", "2026-11-23T10:00:00", "10:00:00Z",
            "2026-13-23T10:00:00Z",
            "2026-11-23T10:00:60Z", "2026-02-30T10:00:00Z", "20261123T100000Z", "1970-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z", "-2026-11-23T10:00:00Z", "2026-11-24T10:15:31Z", "2016-11-20T10:00:00Z", "0",
            "-1",
            "1", "123456", "99999999999999999999", "1e999999999", "1e-999999999", "1795428000123456789123",
            "2026-11-23T10:00:00Z and more text than any timestamp has", "2026-11-23T10:00:00.1234567891Z"})
    void refusedTexts(String text) {
        PayloadException refusal = catchThrowableOfType(PayloadException.class, () -> Timestamps.ofText(text, NOW));
        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(refusal).hasMessageContaining("timestamp");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 60, Long.MIN_VALUE, Long.MAX_VALUE, -1795428000, 99_999_999_999L, 100_000_000_000L,
            Long.MIN_VALUE + 1})
    void refusedEpochs(long epoch) {
        assertThat(catchThrowableOfType(PayloadException.class, () -> Timestamps.ofEpoch(epoch, NOW)).reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
    }

    @Test
    void theWindowIsAroundTheArrival() {
        Instant latest = NOW.plus(Timestamps.MAX_AHEAD);
        Instant earliest = NOW.minus(Timestamps.MAX_AGE);
        assertThat(Timestamps.ofText(latest.toString(), NOW).time()).isEqualTo(latest);
        assertThat(Timestamps.ofText(earliest.toString(), NOW).time()).isEqualTo(earliest);
        for (Instant outside : new Instant[]{latest.plusNanos(1), earliest.minusNanos(1)}) {
            assertThat(catchThrowableOfType(PayloadException.class,
                    () -> Timestamps.ofText(outside.toString(), NOW))).isNotNull();
        }
    }

    @Test
    void arrival() {
        assertThat(Timestamps.ofArrival(NOW)).isEqualTo(new Timestamp(NOW, false)).hasToString(NOW + "");
    }
}
