package io.greenstack.bridge.dialect.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.core.message.NamedValue;

/** What is written is what our own reader reads. */
class SparkplugWriterTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_772_600_000_123L);

    static List<Arguments> values() {
        return List.of(Arguments.of(SparkplugWriter.INT8, -5.0, -5.0),
                Arguments.of(SparkplugWriter.INT16, -300.0, -300.0),
                Arguments.of(SparkplugWriter.INT32, -70_000.0, -70_000.0),
                Arguments.of(SparkplugWriter.INT64, BigInteger.valueOf(Long.MIN_VALUE),
                        BigInteger.valueOf(Long.MIN_VALUE)),
                Arguments.of(SparkplugWriter.UINT8, 255.0, 255.0),
                Arguments.of(SparkplugWriter.UINT16, 65_535.0, 65_535.0),
                Arguments.of(SparkplugWriter.UINT32, 4_294_967_295.0, 4_294_967_295.0),
                Arguments.of(SparkplugWriter.UINT64, BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
                        BigInteger.TWO.pow(64).subtract(BigInteger.ONE)),
                Arguments.of(SparkplugWriter.FLOAT, 21.1, 21.1), Arguments.of(SparkplugWriter.DOUBLE, 0.1, 0.1),
                Arguments.of(SparkplugWriter.BOOLEAN, true, true),
                Arguments.of(SparkplugWriter.STRING, "läuft", "läuft"),
                Arguments.of(SparkplugWriter.BYTES, new byte[]{1, (byte) 0xAB}, "01ab"),
                Arguments.of(SparkplugWriter.DATE_TIME, NOW, NOW.toString()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void eachTypeComesBackAsItWas(int datatype, Object value, Object read) {
        SparkplugPayload payload = SparkplugCodec.read(SparkplugWriter.payload(NOW, 7L, List.of(
                new SparkplugWriter.Metric("v", 3L, NOW, datatype, value, Map.of("engLow", 1.5, "Quality", 192,
                        "engUnit", "°C")))));

        assertThat(payload.seq()).isEqualTo(7);
        assertThat(payload.timestamp()).isEqualTo(NOW);
        SparkplugMetric metric = payload.metrics().get(0);
        assertThat(metric.name()).isEqualTo("v");
        assertThat(metric.alias()).isEqualTo(3);
        assertThat(metric.timestamp()).isEqualTo(NOW);
        assertThat(metric.datatype()).isEqualTo(datatype);
        assertThat(metric.unit()).isEqualTo("°C");
        assertThat(MetricValues.of("v", datatype, metric.value(), null)).extracting(NamedValue::value)
                .containsExactly(read);
    }

    @Test
    void aMetricWithoutAValueIsNull() {
        assertThat(SparkplugCodec.read(SparkplugWriter.payload(null, null, List.of(
                new SparkplugWriter.Metric(null, 3L, null, SparkplugWriter.DOUBLE, null, Map.of())))))
                .satisfies(read -> {
                    assertThat(read.seq()).isNull();
                    assertThat(read.metrics().get(0).value()).isNull();
                });
    }

    @Test
    void onlyTheCommandForARebirthAsksForOne() {
        assertThat(SparkplugWriter.asksForRebirth(SparkplugCodec.command("Node Control/Rebirth", true, NOW))).isTrue();
        assertThat(SparkplugWriter.asksForRebirth(SparkplugCodec.command("Node Control/Rebirth", false, NOW)))
                .isFalse();
        assertThat(SparkplugWriter.asksForRebirth(SparkplugCodec.command("Node Control/Reboot", true, NOW))).isFalse();
        assertThat(SparkplugWriter.asksForRebirth(new byte[]{1, 2, 3})).isFalse();
    }
}
