package io.greenstack.core.processdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.core.message.JsonObjects;

class ProcessDataDecoderTest {

    private static Field field(String key, int offset, int length, ScalarType type) {
        return Field.plain(key, key, 1, offset, length, type);
    }

    private static void refused(ProcessDataLayout layout, String why) {
        assertThatThrownBy(() -> ProcessDataDecoder.of(layout)).isInstanceOf(LayoutException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> ProcessDataEncoder.of(layout)).isInstanceOf(LayoutException.class)
                .hasMessageContaining(why);
    }

    @Test
    void namesExpectedAndActualLength() {
        ProcessDataLayout layout = Layouts.in(Layouts.frame(32), Layouts.frame(48));
        assertThatThrownBy(
                () -> ProcessDataDecoder.of(layout).decode(Direction.IN, new byte[3], ParameterValues.NONE))
                .hasMessage("Process data in of Test has 4 or 6 octets, got 3");
    }

    @Test
    void namesTheParametersNoFrameFits() {
        Frame frame = new Frame("PI", "", 8, ByteOrder.BIG_ENDIAN, List.of(new Condition("V_Mode", 0, 1)), List.of());
        ProcessDataDecoder decoder = ProcessDataDecoder.of(Layouts.in(frame));
        assertThatThrownBy(() -> decoder.decode(Direction.IN, new byte[1], ParameterValues.of(Map.of("V_Mode", 4L))))
                .hasMessage("The description of Test has no process data in for the parameters {V_Mode=4}");
        assertThatThrownBy(() -> decoder.decode(Direction.OUT, new byte[1], ParameterValues.NONE))
                .hasMessage("The description of Test has no process data out");
        assertThat(decoder.decode(Direction.IN, new byte[1], ParameterValues.of(Map.of("V_Mode", 1L))).frame())
                .isEqualTo(frame);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000000000", "2147483647"})
    void refusesAbsurdFrames(int bitLength) {
        refused(Layouts.in(Layouts.frame(bitLength)), "bit length " + bitLength);
    }

    @ParameterizedTest
    @CsvSource({"-1,8,UINTEGER", "9,8,UINTEGER", "0,17,UINTEGER", "0,0,UINTEGER", "0,-8,UINTEGER",
            "2147483647,1,UINTEGER", "2147483647,2147483647,OCTETS", "0,1000000000,OCTETS"})
    void refusesFieldsOutsideTheFrame(int offset, int length, ScalarType type) {
        refused(Layouts.in(Layouts.frame(16, field("n", offset, length, type))), "are not within 16");
    }

    @ParameterizedTest
    @CsvSource({"65,UINTEGER", "65,INTEGER", "65,BOOLEAN", "31,FLOAT32", "64,FLOAT32", "32,FLOAT64", "63,TIME",
            "32,TIME_SPAN", "12,OCTETS", "9,STRING"})
    void refusesLengthsThatDoNotFitTheType(int length, ScalarType type) {
        refused(Layouts.in(Layouts.frame(128, field("n", 0, length, type))), "do not fit type " + type);
    }

    @Test
    void refusesTooManyAndTooLarge() {
        List<Field> many = IntStream.rangeClosed(0, LayoutLimits.FIELDS)
                .mapToObj(i -> field("f" + i, 0, 1, ScalarType.UINTEGER)).toList();
        refused(Layouts.in(Layouts.frame(8, many.toArray(Field[]::new))), "the limit is " + LayoutLimits.FIELDS);
        List<Field> overlapping = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            overlapping.add(field("f" + i, 0, 8_000, ScalarType.OCTETS));
        }
        refused(Layouts.in(Layouts.frame(8_000, overlapping.toArray(Field[]::new))), "overlap");
        Frame[] frames = IntStream.rangeClosed(0, LayoutLimits.FRAMES).mapToObj(i -> Layouts.frame(8))
                .toArray(Frame[]::new);
        refused(Layouts.in(frames), "the limit is " + LayoutLimits.FRAMES);
    }

    @Test
    void refusesBadKeysAndNumbers() {
        refused(Layouts.in(Layouts.frame(8, field("N", 0, 1, ScalarType.UINTEGER))), "keys are");
        refused(Layouts.in(Layouts.frame(8, field("", 0, 1, ScalarType.UINTEGER))), "keys are");
        refused(Layouts.in(Layouts.frame(8, field("n", 0, 1, ScalarType.UINTEGER),
                field("n", 1, 1, ScalarType.UINTEGER))), "used twice");
        refused(Layouts.in(Layouts.frame(8, Layouts.scaled(8, ScalarType.UINTEGER, "0", "0"))), "gradient is 0");
        refused(Layouts.in(Layouts.frame(8, Layouts.scaled(8, ScalarType.UINTEGER, "1e999999", "0"))), "exponent");
        Field text = new Field("s", "", 0, -1, 0, 8, ScalarType.STRING, null, null, null, null, null, true);
        refused(Layouts.in(Layouts.frame(8, text)), "encoding");
    }

    @Test
    void aScaledValueBeyondADoubleIsNone() {
        ProcessDataLayout layout = Layouts.in(Layouts.frame(32, Layouts.scaled(32, ScalarType.FLOAT32, "1e300", "0")));
        DecodedValue value = ProcessDataDecoder.of(layout)
                .decode(Direction.IN, new byte[]{0x7F, 0x7F, 0, 0}, ParameterValues.NONE).value("n");
        assertThat(value.hasValue()).isFalse();
        assertThat(value.hasNumber()).isFalse();
        assertThat(value.status()).isEqualTo(DecodedValue.NOT_A_NUMBER);
    }

    @Test
    void numbersForTimeSeries() {
        ProcessDataLayout layout = Layouts.in(Layouts.frame(80, field("on", 72, 1, ScalarType.BOOLEAN),
                field("text", 64, 8, ScalarType.STRING), field("time", 0, 64, ScalarType.TIME)));
        byte[] octets = {1, 'x', (byte) 0x9D, (byte) 0xFF, 0x44, 0, 0x40, 0, 0, 0};
        DecodedFrame frame = ProcessDataDecoder.of(layout).decode(Direction.IN, octets, ParameterValues.NONE);
        assertThat(frame.value("on").number()).isEqualTo(1);
        assertThat(frame.value("text").hasNumber()).isFalse();
        assertThat(frame.value("time").number()).isEqualTo(441_763_200.25);
        assertThat(frame.value("none")).isNull();
        assertThat(frame.value("text")).hasToString("text=x");
        assertThat(frame).isEqualTo(ProcessDataDecoder.of(layout).decode(Direction.IN, octets, ParameterValues.NONE))
                .hasSameHashCodeAs(ProcessDataDecoder.of(layout).decode(Direction.IN, octets, ParameterValues.NONE));
    }

    @ParameterizedTest
    @CsvSource({"UINTEGER,FFFFFFFFFFFFFFFF,1,0,18446744073709551615", "UINTEGER,0020000000000001,1,0,9007199254740993",
            "INTEGER,8000000000000001,1,0,-9223372036854775807", "UINTEGER,FFFFFFFFFFFFFFFF,10,1,184467440737095516151",
            "UINTEGER,0020000000000000,1,0,9007199254740992", "UINTEGER,0000000000000005,1,0,5",
            "INTEGER,FFFFFFFFFFFFFFFF,1,0,-1"})
    void aWholeNumberIsWrittenWithEveryDigit(ScalarType type, String octets, String gradient, String offset,
            String json) {
        ProcessDataLayout layout = Layouts.in(Layouts.frame(64, Layouts.scaled(64, type, gradient, offset)));
        byte[] frame = HexFormat.of().parseHex(octets);

        DecodedValue value = ProcessDataDecoder.of(layout).decode(Direction.IN, frame, ParameterValues.NONE)
                .value("n");

        assertThat(JsonObjects.document(out -> DecodedJson.writeValue(value.value(), out))).asString().isEqualTo(json);
        assertThat(value.number()).isEqualTo(Double.parseDouble(json));
        byte[] written = ProcessDataEncoder.of(layout).encode(Direction.IN, Map.of("n", value.value()),
                ParameterValues.NONE);
        assertThat(written).isEqualTo(frame);
    }

    @Test
    void firstOfEqualLabelsCounts() {
        Field field = new Field("n", "N", 1, -1, 0, 8, ScalarType.UINTEGER, null, List.of(),
                List.of(Label.of(1, "one"), Label.of(1, "uno"), new Label(new BigDecimal("1.5"), "half")), List.of(),
                List.of(), true);
        assertThat(ProcessDataDecoder.of(Layouts.in(Layouts.frame(8, field)))
                .decode(Direction.IN, new byte[]{1}, ParameterValues.NONE).value("n").label()).isEqualTo("one");
    }
}
