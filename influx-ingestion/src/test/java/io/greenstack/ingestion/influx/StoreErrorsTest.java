package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreErrorsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(StoreErrors.retryAfter("5", NOW)).isEqualTo(Duration.ofSeconds(5));
        assertThat(StoreErrors.retryAfter("Mon, 23 Nov 2026 12:00:30 GMT", NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(StoreErrors.retryAfter("Mon, 23 Nov 2026 11:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @Test
    void neverWaitsForHours() {
        assertThat(StoreErrors.retryAfter("86400", NOW)).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-3", "99999999999999999999"})
    void ignoresWhatMakesNoSense(String value) {
        assertThat(StoreErrors.retryAfter(value, NOW)).isNull();
    }
}
