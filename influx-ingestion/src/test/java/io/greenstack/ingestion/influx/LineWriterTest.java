package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.influxdb.client.domain.WritePrecision;
import com.influxdb.client.write.Point;

class LineWriterTest {

    private final LineWriter lines = new LineWriter();

    @Test
    void writesTagsFieldsAndTime() {
        lines.measurement("device_telemetry")
                .tag("device_id", "d1")
                .tag("unit", "°C")
                .field("value", 21.5)
                .field("label", "warm")
                .end(1_763_633_731_123_456_789L);

        assertThat(text()).isEqualTo(
                "device_telemetry,device_id=d1,unit=°C value=21.5,label=\"warm\" 1763633731123456789\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with space", "a,b", "k=v", "a=b, c d", "back\\slash", "back\\, comma",
            "\"quoted\"",
            "Größe", "温度", "😀 fun", "new\\nline"})
    void escapesTagsLikeTheClientDoes(String value) {
        lines.measurement("m").tag("t", value).field("value", 1.5).end(7);

        assertThat(text().strip()).isEqualTo(
                Point.measurement("m").addTag("t", value).addField("value", 1.5).time(7, WritePrecision.NS)
                        .toLineProtocol());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a,b c=d", "\"quoted\"", "back\\slash", "both \\\" of them", "Größe", "😀", ""})
    void escapesTextsLikeTheClientDoes(String value) {
        lines.measurement("m").field("value", value).end(7);

        assertThat(text().strip()).isEqualTo(
                Point.measurement("m").addField("value", value).time(7, WritePrecision.NS).toLineProtocol());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "tab\t", "\u0000", "\u0085", "end\\"})
    void refusesTagsThatTheProtocolCannotCarry(String value) {
        lines.measurement("m");

        assertThatThrownBy(() -> lines.tag("t", value)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tag t");
    }

    @Test
    void replacesControlCharactersInTexts() {
        lines.measurement("m").field("value", "a\nb\u0000c").end(7);

        assertThat(text()).isEqualTo("m value=\"a\uFFFDb\uFFFDc\" 7\n");
    }

    @Test
    void replacesLoneSurrogates() {
        lines.measurement("m").tag("t", "a\uD83Db").field("value", "\uDE00").end(7);

        assertThat(text()).isEqualTo("m,t=a\uFFFDb value=\"\uFFFD\" 7\n");
    }

    @Test
    void leavesOutTagsWithoutValue() {
        lines.measurement("m").tag("a", null).tag("b", "").tag("c", "x").field("value", 1).end(7);

        assertThat(text()).isEqualTo("m,c=x value=1 7\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, -0.0", "1, 1", "-17, -17", "0.1, 0.1", "39.4, 39.4", "1e15, 1000000000000000",
            "1.5e300, 1.5E300", "-2.5e-10, -2.5E-10", "9007199254740993, 9.007199254740992E15"})
    void writesNumbersSoThatTheyReadBackEqual(double value, String expected) {
        lines.measurement("m").field("value", value).end(7);

        assertThat(text()).isEqualTo("m value=" + expected + " 7\n");
        assertThat(Double.parseDouble(expected)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumber(double value) {
        lines.measurement("m");

        assertThatThrownBy(() -> lines.field("value", value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPointWithoutField() {
        lines.measurement("m").tag("t", "x");

        assertThatThrownBy(() -> lines.end(7)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesBackUnfinishedAndFinishedPoints() {
        lines.owner(0);
        lines.measurement("m").field("value", 1).end(1);
        int mark = lines.lines();
        lines.owner(1);
        lines.measurement("m").field("value", 2).end(2);
        lines.measurement("m").tag("t", "unfinished");

        lines.truncate(mark);
        lines.owner(2);
        lines.measurement("m").field("value", 3).end(3);

        assertThat(text()).isEqualTo("m value=1 1\nm value=3 3\n");
        assertThat(lines.ownerOf(1)).isEqualTo(2);
    }

    @Test
    void growsAndCutsRanges() {
        for (int i = 0; i < 20_000; i++) {
            lines.owner(i / 2);
            lines.measurement("m").tag("t", "value " + i).field("value", i).end(i);
        }

        assertThat(lines.lines()).isEqualTo(20_000);
        assertThat(text(lines, 9_999, 10_001)).isEqualTo(
                "m,t=value\\ 9999 value=9999 9999\nm,t=value\\ 10000 value=10000 10000\n");
        assertThat(lines.ownerOf(19_999)).isEqualTo(9_999);
    }

    private String text() {
        return text(lines, 0, lines.lines());
    }

    static String text(LineWriter lines, int from, int to) {
        return StandardCharsets.UTF_8.decode(lines.octets(from, to)).toString();
    }
}
