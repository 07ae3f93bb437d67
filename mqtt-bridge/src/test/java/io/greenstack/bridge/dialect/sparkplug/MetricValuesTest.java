package io.greenstack.bridge.dialect.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.Unused;

class MetricValuesTest {

    private static Object value(int datatype, Object value) {
        List<NamedValue> values = MetricValues.of("m", datatype, value, null);
        return values.isEmpty() ? null : values.get(0).value();
    }

    @ParameterizedTest
    @CsvSource({"1,255,-1", "1,127,127", "2,65535,-1", "2,32768,-32768", "3,4294967295,-1", "4,-1,-1", "5,255,255",
            "6,65535,65535", "7,4294967295,4294967295", "8,-1,18446744073709551615", "0,7,7",
            "8,9007199254740993,9007199254740993", "4,-9007199254740993,-9007199254740993"})
    void integersHaveTheSignOfTheirType(int datatype, long bits, BigDecimal expected) {
        assertThat(new BigDecimal(value(datatype, bits).toString())).isEqualByComparingTo(expected);
    }

    @Test
    void aFloatStaysAsItIsWritten() {
        assertThat(MetricValues.asWritten(21.1f)).isEqualTo(21.1);
        assertThat(MetricValues.asWritten(Float.NaN)).isNaN();
    }

    @Test
    void timesTextsAndOctetsAreTexts() {
        assertThat(value(13, 0L)).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(value(12, "run")).isEqualTo("run");
        assertThat(value(17, new byte[]{1, (byte) 0xAB})).isEqualTo("01ab");
        assertThat(value(11, true)).isEqualTo(true);
    }

    @Test
    void whatIsLeftOutIsNamed() {
        List<Unused> unused = new ArrayList<>();
        MetricValues.unused("a", 10, Double.NaN, unused);
        MetricValues.unused("b", 18, new byte[]{1}, unused);
        MetricValues.unused("c", 3, null, unused);
        MetricValues.unused("d", 19, List.of(new SparkplugMetric("x", null, null, 10, 1.0, null),
                new SparkplugMetric("y", null, null, 10, Double.POSITIVE_INFINITY, null)), unused);
        MetricValues.unused("e", 10, 1.0, unused);

        assertThat(unused).extracting(Unused::example).containsExactly("a", "b", "c", "d/y");
    }

    @Test
    void whatIsNoValueIsLeftOut() {
        assertThat(value(10, Double.NaN)).isNull();
        assertThat(value(18, new byte[]{1})).isNull();
        assertThat(value(3, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"22,01FF,1.0;-1.0", "23,0100FFFF,1.0;-1.0", "26,01FF,1.0;255.0", "24,FEFFFFFF,-2.0",
            "28,FEFFFFFF,4.294967294E9", "30,0000803F000000C0,1.0;-2.0", "31,000000000000F03F,1.0",
            "32,03000000A0,true;false;true", "33,61006200,a;b", "34,E803000000000000,1970-01-01T00:00:01Z"})
    void arraysAreElements(int datatype, String octets, String expected) {
        assertThat(MetricValues.of("m", datatype, HexFormat.of().parseHex(octets), null))
                .extracting(element -> element.value().toString()).containsExactly(expected.split(";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"30|0000803F0000C07F|number that is not finite m[1]",
            "31|000000000000F07F000000000000F03F|number that is not finite m[0]",
            "23|0100FF|array that ends too early m",
            "32|0300|array that ends too early m",
            "32|FFFFFF7F80|array that ends too early m;elements beyond the first 256 of an array m",
            "33|61000062|null m[1]", "33|610062|", "24|01000000|"})
    void whatIsLeftOutOfArraysIsNamed(int datatype, String octets, String expected) {
        List<Unused> unused = new ArrayList<>();
        MetricValues.unused("m", datatype, HexFormat.of().parseHex(octets), unused);

        assertThat(unused).extracting(one -> one.kind() + " " + one.example())
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(";")));
    }

    @ParameterizedTest
    @CsvSource({"26,01", "24,01000000", "33,6100"})
    void ofALongArrayTheFirstElementsAreTaken(int datatype, String element) {
        List<Unused> unused = new ArrayList<>();
        byte[] octets = HexFormat.of().parseHex(element.repeat(257));
        byte[] fewer = HexFormat.of().parseHex(element.repeat(256));
        MetricValues.unused("m", datatype, fewer, unused);
        assertThat(unused).isEmpty();

        MetricValues.unused("m", datatype, octets, unused);

        assertThat(MetricValues.of("m", datatype, octets, null)).hasSize(256);
        assertThat(unused).containsExactly(new Unused("elements beyond the first 256 of an array", "m"));
    }

    @Test
    void templatesAreTheirMembers() {
        List<SparkplugMetric> members = List.of(new SparkplugMetric("a", null, null, 3, 5L, "mm"),
                new SparkplugMetric("b", null, null, 19,
                        List.of(new SparkplugMetric("c", null, null, 11, true, null)), null));

        assertThat(MetricValues.of("motor", 19, members, null)).containsExactly(new NamedValue("motor/a", 5.0, "mm"),
                new NamedValue("motor/b/c", true, null));
    }
}
