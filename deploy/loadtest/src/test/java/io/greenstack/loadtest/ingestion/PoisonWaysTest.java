package io.greenstack.loadtest.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.TelemetryReader;

class PoisonWaysTest {

    private final Instant now = Instant.parse("2026-11-30T10:00:00Z");

    @ParameterizedTest
    @EnumSource(Poison.class)
    void eachWayHasTheReasonThatItNames(Poison way) {
        assertThatThrownBy(() -> new TelemetryReader(ClockRule.DEFAULT).read(way.payload(now).getBytes(UTF_8), now))
                .isInstanceOfSatisfying(PayloadException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(way.reason()));
    }

    @Test
    void thereAreTwenty() {
        assertThat(Poison.values()).hasSize(20);
        assertThat(Poison.of(21)).isEqualTo(Poison.WORDS);
    }
}
