package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final ReportedReader reader = new ReportedReader(ClockRule.DEFAULT);

    private ReportedMessage read(String payload) {
        return reader.read(payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
    }

    @Test
    void anyObjectIsAReport() {
        assertThat(read("{}").timestamp()).isEqualTo(new Timestamp(NOW, false));
        assertThat(read("{'a':{'timestamp':'no time','b':[1,{'c':null}]}}").timestamp().time()).isEqualTo(NOW);
    }

    @Test
    void theTimeOfTheDeviceCounts() {
        assertThat(read("{'a':{'b':1},'timestamp':1764000000123}").timestamp())
                .isEqualTo(new Timestamp(Instant.ofEpochMilli(1764000000123L), true));
        assertThat(read("{'timestamp':null}").timestamp().time()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[1]                          | unknown-shape",
            "``                           | empty-payload",
            "{'a':1                       | not-json",
            "{'a':NaN}                    | non-finite-value",
            "{'a':[1e999]}                | non-finite-value",
            "{'timestamp':'yesterday'}    | bad-timestamp",
            "{'timestamp':1,'timestamp':2}| bad-timestamp",
            "{'timestamp':null}x          | not-json"})
    void everythingElseIsRefusedWithAReason(String payload, String reason) {
        assertThat(catchThrowableOfType(PayloadException.class, () -> read(payload)).reason()).isEqualTo(reason);
    }

    @Test
    void itDoesNotNestForever() {
        String payload = "{'a':".repeat(40) + "1" + "}".repeat(40);
        assertThat(catchThrowableOfType(PayloadException.class, () -> read(payload)).reason())
                .isEqualTo(RejectReason.TOO_DEEP);
    }
}
