package io.greenstack.core.processdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ProcessDataEncoderTest {

    private static final Field DISTANCE = new Field("distance", "Distance", 1, -1, 0, 16, ScalarType.INTEGER, null,
            List.of(new Scaling(List.of(), new BigDecimal("0.1"), null, null, "mm", null, ScalingSource.MENU)),
            List.of(Label.of(0, "Touching")),
            List.of(SpecialValue.of(BigDecimal.valueOf(32764), "NoData"), SpecialValue.of(BigDecimal.TEN, "Ten")),
            List.of(ValueRange.of(-100, 4000, null)), true);

    private static byte[] encode(Field field, Object value) {
        ProcessDataLayout layout = Layouts.in(Layouts.frame((field.bitLength() + 7) / 8 * 8, field));
        return ProcessDataEncoder.of(layout).encode(Direction.IN, Collections.singletonMap(field.key(), value),
                ParameterValues.NONE);
    }

    private static void refused(Field field, Object value, String reason, String why) {
        EncodeException refusal = catchThrowableOfType(EncodeException.class, () -> encode(field, value));
        assertThat(refusal).as(String.valueOf(value)).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.field()).isEqualTo(field.key());
        assertThat(refusal).hasMessageContaining(why);
    }

    @Test
    void numbersOfAnyKind() {
        assertThat(encode(DISTANCE, 39.4)).containsExactly(0x01, 0x8A);
        assertThat(encode(DISTANCE, new BigDecimal("39.40"))).containsExactly(0x01, 0x8A);
        assertThat(encode(DISTANCE, 39)).containsExactly(0x01, 0x86);
        assertThat(encode(DISTANCE, BigInteger.valueOf(-10))).containsExactly(0xFF, 0x9C);
        assertThat(encode(DISTANCE, 39.44)).as("the nearest raw number").containsExactly(0x01, 0x8A);
    }

    @Test
    void labelsAndSpecialValues() {
        assertThat(encode(DISTANCE, "Touching")).containsExactly(0, 0);
        assertThat(encode(DISTANCE, "no_data")).containsExactly(0x7F, 0xFC);
        assertThat(encode(DISTANCE, "NoData")).containsExactly(0x7F, 0xFC);
        refused(DISTANCE, "Flying", EncodeException.BAD_VALUE, "one of its labels");
    }

    @Test
    void outOfRange() {
        refused(DISTANCE, 400.1, EncodeException.OUT_OF_RANGE, "in none of the permitted ranges");
        refused(DISTANCE, -3276.9, EncodeException.OUT_OF_RANGE, "is not within -3276.8 and 3276.7");
        refused(DISTANCE, 1, EncodeException.OUT_OF_RANGE, "code of the special value ten");
        refused(DISTANCE, Double.NaN, EncodeException.OUT_OF_RANGE, "not a number");
        refused(DISTANCE, 1e300, EncodeException.OUT_OF_RANGE, "is not within");
        refused(DISTANCE, new BigDecimal("1e999999999"), EncodeException.OUT_OF_RANGE, "not a number");
        refused(Field.plain("f", "F", 0, 0, 32, ScalarType.FLOAT32), 1e39, EncodeException.OUT_OF_RANGE,
                "is not within");
        assertThat(encode(DISTANCE, new BigDecimal("1e-999999999"))).containsExactly(0, 0);
    }

    @Test
    void wrongKinds() {
        refused(DISTANCE, true, EncodeException.BAD_VALUE, "takes a number, not Boolean true");
        refused(DISTANCE, null, EncodeException.BAD_VALUE, "not null");
        refused(Field.plain("b", "B", 1, 0, 1, ScalarType.BOOLEAN), 2, EncodeException.BAD_VALUE, "true or false");
        refused(Field.plain("s", "S", 0, 0, 32, ScalarType.STRING), 5, EncodeException.BAD_VALUE, "a text");
        refused(Field.plain("o", "O", 0, 0, 32, ScalarType.OCTETS), "xyz", EncodeException.BAD_VALUE, "hexadecimal");
        refused(Field.plain("o", "O", 0, 0, 32, ScalarType.OCTETS), 5, EncodeException.BAD_VALUE, "octets");
        refused(Field.plain("t", "T", 0, 0, 64, ScalarType.TIME), "today", EncodeException.BAD_VALUE, "ISO 8601");
        refused(Field.plain("d", "D", 0, 0, 64, ScalarType.TIME_SPAN), "soon", EncodeException.BAD_VALUE, "ISO 8601");
    }

    @Test
    void texts() {
        Field text = Field.plain("s", "S", 0, 0, 24, ScalarType.STRING);
        assertThat(encode(text, "ab")).containsExactly('a', 'b', 0);
        refused(text, "abcd", EncodeException.OUT_OF_RANGE, "4 octets, there is room for 3");
        refused(text, "ä", EncodeException.BAD_VALUE, "characters of US-ASCII");
        refused(text, "a\0b", EncodeException.BAD_VALUE, "without NUL");
        assertThat(encode(Field.plain("o", "O", 0, 0, 16, ScalarType.OCTETS), "BEEF")).containsExactly(0xBE, 0xEF);
        refused(Field.plain("o", "O", 0, 0, 16, ScalarType.OCTETS), new byte[3], EncodeException.OUT_OF_RANGE,
                "takes 2 octets, got 3");
    }

    @Test
    void booleans() {
        Field bit = Field.plain("b", "B", 1, 0, 1, ScalarType.BOOLEAN);
        assertThat(encode(bit, true)).containsExactly(1);
        assertThat(encode(bit, 1.0)).containsExactly(1);
        assertThat(encode(bit, 0)).containsExactly(0);
        assertThat(encode(Field.plain("b", "B", 0, 0, 8, ScalarType.BOOLEAN), true)).containsExactly(0xFF);
        assertThat(encode(Field.plain("b", "B", 0, 0, 1, ScalarType.BOOLEAN), true)).containsExactly(0xFF);
    }

    @Test
    void times() {
        Field time = Field.plain("t", "T", 0, 0, 64, ScalarType.TIME);
        assertThat(encode(time, Instant.parse("1984-01-01T00:00:00Z")))
                .containsExactly(0x9D, 0xFF, 0x44, 0, 0, 0, 0, 0);
        assertThat(encode(time, "2036-02-07T07:28:16.5+01:00")).containsExactly(0, 0, 0, 0, 0x80, 0, 0, 0);
        refused(time, Instant.parse("1983-12-31T23:59:59Z"), EncodeException.OUT_OF_RANGE, "1984");
        refused(time, Instant.parse("2120-02-07T06:28:16Z"), EncodeException.OUT_OF_RANGE, "2120");
        Field span = Field.plain("d", "D", 0, 0, 64, ScalarType.TIME_SPAN);
        assertThat(encode(span, Duration.ofMillis(1500))).containsExactly(0, 0, 0, 1, 0x80, 0, 0, 0);
        assertThat(encode(span, "PT-0.5S")).containsExactly(0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0, 0, 0);
        assertThat(encode(span, 0.25)).containsExactly(0, 0, 0, 0, 0x40, 0, 0, 0);
        refused(span, 3e9, EncodeException.OUT_OF_RANGE, "2^31");
        refused(span, Duration.ofSeconds(Long.MAX_VALUE), EncodeException.OUT_OF_RANGE, "2^31");
        refused(span, Double.POSITIVE_INFINITY, EncodeException.OUT_OF_RANGE, "2^31");
    }

    @Test
    void frames() {
        ProcessDataEncoder encoder = ProcessDataEncoder.of(Layouts.in(Layouts.frame(16, DISTANCE)));
        EncodeException refusal = catchThrowableOfType(EncodeException.class,
                () -> encoder.encode(Direction.IN, Map.of("speed", 1), ParameterValues.NONE));
        assertThat(refusal.reason()).isEqualTo(EncodeException.UNKNOWN_FIELD);
        refusal = catchThrowableOfType(EncodeException.class,
                () -> encoder.encode(Direction.OUT, Map.of(), ParameterValues.NONE));
        assertThat(refusal.reason()).isEqualTo(EncodeException.NO_MATCHING_FRAME);
        refusal = catchThrowableOfType(EncodeException.class,
                () -> encoder.encode(Direction.IN, Map.of(), ParameterValues.NONE, new byte[3]));
        assertThat(refusal.reason()).isEqualTo(EncodeException.WRONG_LENGTH);
        byte[] base = {0x12, 0x34};
        assertThat(encoder.encode(Direction.IN, Map.of(), ParameterValues.NONE, base)).isEqualTo(base)
                .isNotSameAs(base);
        assertThat(encoder.encode(Direction.IN, Map.of(), ParameterValues.NONE)).containsExactly(0, 0);
    }
}
