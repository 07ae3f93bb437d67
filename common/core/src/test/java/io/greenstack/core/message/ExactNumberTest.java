package io.greenstack.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.greenstack.core.processdata.DecodedJson;

class ExactNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740993", "-9007199254740993", "18446744073709551615", "9007199254740991",
            "123456789012345678901234567890", "21.1", "0", "-5"})
    void aNumberIsReadAndWrittenWithEveryDigit(String number) {
        byte[] payload = ("{\"a\":" + number + "}").getBytes(StandardCharsets.UTF_8);
        Object value = ((NamedValues) new TelemetryReader(ClockRule.DEFAULT).read(payload, Instant.now())).values()
                .get(0).value();

        assertThat(JsonObjects.document(json -> DecodedJson.writeValue(value, json))).asString().isEqualTo(number);
    }
}
