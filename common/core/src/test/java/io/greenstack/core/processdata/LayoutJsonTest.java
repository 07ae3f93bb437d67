package io.greenstack.core.processdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutJsonTest {

    private static final String FIELD = "{\"key\":\"n\",\"bit_offset\":0,\"bit_length\":8,\"type\":\"uinteger\"";
    private static final String SMALL = "{\"version\":1,\"layout_id\":\"l\",\"kind\":\"IODD\",\"in\":[{\"id\":\"PI\","
            + "\"bit_length\":8,\"byte_order\":\"big_endian\",\"fields\":[" + FIELD + "}]}]}";

    @Test
    void randomLayoutsSurvive() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            ProcessDataLayout layout = Layouts.random(random);
            assertThat(LayoutJson.read(LayoutJson.write(layout))).isEqualTo(layout);
        }
    }

    @Test
    void leavesDefaultsOut() {
        assertThat(LayoutJson.write(LayoutJson.read(SMALL))).isEqualTo(SMALL);
    }

    @Test
    void skipsMembersItDoesNotKnow() {
        String later = SMALL.replace("\"version\":1,", "\"version\":1,\"colours\":{\"deep\":[1,{\"x\":null}]},")
                .replace(FIELD, FIELD + ",\"colour\":[\"red\"],\"name\":null");
        assertThat(LayoutJson.read(later)).isEqualTo(LayoutJson.read(SMALL));
    }

    @Test
    void refusesANewerVersion() {
        assertThatThrownBy(() -> LayoutJson.read(SMALL.replace("\"version\":1", "\"version\":2")))
                .isInstanceOf(LayoutException.class).hasMessageContaining("Version 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{}", "{\"layout_id\":\"l\"}",
            "{\"layout_id\":1,\"kind\":\"IODD\"}",
            "{\"layout_id\":\"l\",\"kind\":\"C N\"}", "{\"layout_id\":\"l\",\"kind\":\"IODD\"} x",
            "{\"layout_id\":\"l\",\"kind\":\"IODD\",\"in\":{}}", "{\"layout_id\":\"l\",\"kind\":\"IODD\",\"in\":[1]}",
            "{\"layout_id\":\"l\",\"kind\":\"IODD\",\"in\":[{\"id\":\"f\"}]}"})
    void refusesWhatIsNoLayout(String text) {
        assertThatExceptionOfType(LayoutException.class).isThrownBy(() -> LayoutJson.read(text));
    }

    @Test
    void namesThePlace() {
        assertThatThrownBy(() -> LayoutJson.read("{\"layout_id\":\"l\",\n  \"kind\": \"C N\"}"))
                .hasMessage("kind is not known: C N (line 2, column 16)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999", "1e400",
            "1234567890123456789012345678901234567890123456789012345678901234567890"})
    void refusesNumbersThatWouldGrow(String number) {
        String field = FIELD + ",\"scalings\":[{\"gradient\":" + number + "}]";
        assertThatExceptionOfType(LayoutException.class)
                .isThrownBy(() -> LayoutJson.read(SMALL.replace(FIELD, field)));
    }

    @Test
    void refusesListsWithoutEnd() {
        String labels = "{\"value\":1},".repeat(LayoutLimits.ENTRIES) + "{\"value\":1}";
        assertThatThrownBy(() -> LayoutJson.read(SMALL.replace(FIELD, FIELD + ",\"labels\":[" + labels + "]")))
                .isInstanceOf(LayoutException.class).hasMessageContaining("More than 4096 labels");
    }

    @Test
    void refusesDeepNestingAndLongTexts() {
        String deep = SMALL.replace("\"version\":1", "\"version\":1,\"x\":" + "[".repeat(100) + "]".repeat(100));
        assertThatExceptionOfType(LayoutException.class).isThrownBy(() -> LayoutJson.read(deep));
        String big = SMALL.replace("\"version\":1", "\"version\":1,\"product\":\"" + "x".repeat(5_000) + "\"");
        assertThatExceptionOfType(LayoutException.class).isThrownBy(() -> LayoutJson.read(big));
        assertThatExceptionOfType(LayoutException.class)
                .isThrownBy(() -> LayoutJson.read(" ".repeat(LayoutJson.MAX_LENGTH + 1)));
    }

    /** Damaged texts give a layout or a LayoutException; such a layout decodes or is refused, nothing else. */
    @Test
    void damagedTextsNeverSurprise() {
        Random random = new Random(42);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] text = damage(LayoutJson.write(Layouts.random(random)).getBytes(StandardCharsets.UTF_8), random);
            try {
                ProcessDataLayout layout = LayoutJson.read(text);
                read++;
                byte[] octets = new byte[random.nextInt(40)];
                random.nextBytes(octets);
                ProcessDataDecoder.of(layout).decode(Direction.IN, octets, ParameterValues.NONE);
            } catch (LayoutException | DecodeException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static byte[] damage(byte[] text, Random random) {
        byte[] damaged = text.clone();
        int hits = 1 + random.nextInt(3);
        for (int i = 0; i < hits; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = (byte) "0123456789-.eE{}[]\",:".charAt(random.nextInt(21));
                case 2 -> {
                    int length = Math.min(random.nextInt(20), damaged.length - at);
                    System.arraycopy(text, random.nextInt(text.length - length + 1), damaged, at, length);
                }
                default -> {
                    if (Character.isDigit(damaged[at])) {
                        damaged[at] = (byte) ('0' + random.nextInt(10));
                    }
                }
            }
        }
        return damaged;
    }
}
