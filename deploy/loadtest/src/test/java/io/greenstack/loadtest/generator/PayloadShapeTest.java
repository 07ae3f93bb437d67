package io.greenstack.loadtest.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.NamedValues;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.TelemetryReader;

class PayloadShapeTest {

    private static final int NUMBER = 0x0102_03FF;

    @ParameterizedTest
    @EnumSource
    void the_suite_reads_the_number_out_of_every_form(PayloadShape shape) {
        Instant time = Instant.parse("2026-11-24T10:00:00.000001Z");
        byte[] payload = shape.payload(NUMBER, time).getBytes(StandardCharsets.UTF_8);
        TelemetryMessage message = new TelemetryReader(ClockRule.DEFAULT).read(payload, time);
        if (shape.raw()) {
            assertThat(message).isInstanceOfSatisfying(RawProcessData.class,
                    raw -> assertThat(raw.hex()).isEqualTo("010203FF"));
        } else {
            assertThat(message).isInstanceOfSatisfying(NamedValues.class,
                    named -> assertThat(named.values().get(0).number()).isEqualTo(NUMBER));
        }
    }
}
