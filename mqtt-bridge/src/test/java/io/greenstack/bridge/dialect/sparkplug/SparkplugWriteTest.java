package io.greenstack.bridge.dialect.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import io.greenstack.bridge.dialect.sparkplug.SparkplugBirths.Born;
import io.greenstack.bridge.dialect.sparkplug.SparkplugWrite.Refusal;

/** What is written to edge nodes, as an edge node reads it. */
class SparkplugWriteTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123Z");
    private static final SparkplugPlace DEVICE = new SparkplugPlace("plant", "press", "t1");

    private static Born born(SparkplugPlace place, SparkplugWriter.Metric... metrics) {
        return new Born(place, SparkplugWriter.payload(NOW, 1L, Arrays.asList(metrics)));
    }

    private static SparkplugWriter.Metric metric(String name, Long alias, int datatype) {
        return new SparkplugWriter.Metric(name, alias, NOW, datatype, null, Map.of());
    }

    static final List<Arguments> TAKEN = List.of(
            Arguments.of(SparkplugWriter.INT8, -128, 4_294_967_168L, -128.0),
            Arguments.of(SparkplugWriter.INT16, -5, 4_294_967_291L, -5.0),
            Arguments.of(SparkplugWriter.INT32, 7.0, 7L, 7.0),
            Arguments.of(SparkplugWriter.INT64, -1L, -1L, -1.0),
            Arguments.of(SparkplugWriter.UINT8, 255, 255L, 255.0),
            Arguments.of(SparkplugWriter.UINT16, 65_535, 65_535L, 65_535.0),
            Arguments.of(SparkplugWriter.UINT32, 4_294_967_295L, 4_294_967_295L, 4_294_967_295.0),
            Arguments.of(SparkplugWriter.UINT64, new BigInteger("18446744073709551615"), -1L,
                    new BigInteger("18446744073709551615")),
            Arguments.of(SparkplugWriter.FLOAT, 21.1, 21.1, 21.1), Arguments.of(SparkplugWriter.DOUBLE, 0.1, 0.1, 0.1),
            Arguments.of(SparkplugWriter.BOOLEAN, true, true, true),
            Arguments.of(SparkplugWriter.STRING, "läuft", "läuft", "läuft"), Arguments.of(14, "lang", "lang", "lang"),
            Arguments.of(15, "0D8AF5F6-6F0E-4A2F-9A3E-3E0F5F4B1C2D", "0d8af5f6-6f0e-4a2f-9a3e-3e0f5f4b1c2d",
                    "0d8af5f6-6f0e-4a2f-9a3e-3e0f5f4b1c2d"),
            Arguments.of(SparkplugWriter.DATE_TIME, "2026-03-04T06:06:07.123+01:00", NOW.toEpochMilli(),
                    NOW.toString()),
            Arguments.of(SparkplugWriter.DATE_TIME, NOW.toEpochMilli(), NOW.toEpochMilli(), NOW.toString()),
            Arguments.of(SparkplugWriter.BYTES, "01AB", new byte[]{1, (byte) 0xAB}, "01ab"));

    @ParameterizedTest
    @FieldSource("TAKEN")
    void aValueGoesOutAsTheBirthDeclaresIt(int datatype, Object value, Object sent, Object said) {
        SparkplugWrite write = SparkplugWrite.of(born(DEVICE, metric("v", 3L, datatype)), Map.of("v", value), false,
                NOW);

        assertThat(write.refused()).isEmpty();
        assertThat(write.command().topic()).isEqualTo("spBv1.0/plant/DCMD/press/t1");
        assertThat(write.command().qos()).isZero();
        assertThat(write.command().retain()).isFalse();
        SparkplugPayload payload = SparkplugCodec.read(write.command().payload());
        assertThat(payload.timestamp()).isEqualTo(NOW);
        assertThat(payload.seq()).as("commands have no sequence number").isNull();
        assertThat(payload.metrics()).singleElement().satisfies(metric -> {
            assertThat(metric.name()).as("the alias stands for the name").isNull();
            assertThat(metric.alias()).isEqualTo(3);
            assertThat(metric.value()).isEqualTo(sent);
        });
        assertThat(write.expected()).isEqualTo(Map.of("v", said));
    }

    static final List<Arguments> NOT_TAKEN = List.of(Arguments.of(SparkplugWriter.INT8, 128),
            Arguments.of(SparkplugWriter.UINT8, -1), Arguments.of(SparkplugWriter.INT32, 1.5),
            Arguments.of(SparkplugWriter.INT32, "7"), Arguments.of(SparkplugWriter.UINT64, -1),
            Arguments.of(SparkplugWriter.FLOAT, 1e300), Arguments.of(SparkplugWriter.DOUBLE, true),
            Arguments.of(SparkplugWriter.BOOLEAN, 1), Arguments.of(SparkplugWriter.STRING, 5), Arguments.of(15, "x"),
            Arguments.of(SparkplugWriter.DATE_TIME, "today"), Arguments.of(SparkplugWriter.DATE_TIME, -1),
            Arguments.of(SparkplugWriter.BYTES, "0"), Arguments.of(16, 1),
            Arguments.of(SparkplugWriter.INT8, List.of()));

    @ParameterizedTest
    @FieldSource("NOT_TAKEN")
    void aValueThatDoesNotFitIsRefusedInPlainWords(int datatype, Object value) {
        SparkplugWrite write = SparkplugWrite.of(born(DEVICE, metric("v", 3L, datatype)), Map.of("v", value), false,
                NOW);

        assertThat(write.command()).isNull();
        assertThat(write.expected()).isEmpty();
        assertThat(write.refused().get("v").code()).isEqualTo("value-not-valid");
        assertThat(write.refused().get("v").reason()).startsWith("'v' ");
    }

    @Test
    void withoutAnAliasTheNameAndTheTypeAreSaid() {
        SparkplugWrite write = SparkplugWrite.of(born(new SparkplugPlace("plant", "press", null),
                metric("speed", null, SparkplugWriter.UINT16)), Map.of("speed", 5), false, NOW);

        assertThat(write.command().topic()).isEqualTo("spBv1.0/plant/NCMD/press");
        assertThat(SparkplugCodec.read(write.command().payload()).metrics()).singleElement().satisfies(metric -> {
            assertThat(metric.name()).isEqualTo("speed");
            assertThat(metric.datatype()).isEqualTo(SparkplugWriter.UINT16);
        });
    }

    @Test
    void aMetricThatTheBirthDoesNotNameCostsNoOther() {
        SparkplugWrite write = SparkplugWrite.of(born(DEVICE, metric("a", 1L, SparkplugWriter.INT32)),
                Map.of("a", 1, "b", 2), false, NOW);

        assertThat(write.expected()).isEqualTo(Map.of("a", 1.0));
        assertThat(write.refused()).isEqualTo(Map.of("b",
                new Refusal("unknown-metric", "Its birth certificate has no metric 'b'; it has a")));
    }

    @Test
    void whatControlsTheNodeNeedsAConfirmation() {
        Born born = born(DEVICE, metric("Node Control/Reboot", null, SparkplugWriter.BOOLEAN),
                metric("bdSeq", null, SparkplugWriter.INT64));

        assertThat(SparkplugWrite.of(born, Map.of("Node Control/Reboot", true), false, NOW).refused().values())
                .extracting(Refusal::code).containsExactly("confirmation-needed");
        assertThat(SparkplugWrite.of(born, Map.of("Node Control/Reboot", true), true, NOW)).satisfies(write -> {
            assertThat(write.command()).isNotNull();
            assertThat(write.expected()).as("nobody says what it was told of control").isEmpty();
        });
        assertThat(SparkplugWrite.of(born, Map.of("bdSeq", 1), true, NOW).refused().values())
                .extracting(Refusal::code).containsExactly("unknown-metric");
    }

    @Test
    void aDeviceIsBornAgainByItsNode() {
        assertThat(SparkplugWrite.rebirth(DEVICE, NOW)).satisfies(command -> {
            assertThat(command.topic()).isEqualTo("spBv1.0/plant/NCMD/press");
            assertThat(SparkplugWriter.asksForRebirth(command.payload())).isTrue();
        });
    }

    @Test
    void placesComeBackAsTheyWere() {
        assertThat(SparkplugPlace.of(DEVICE.text())).isEqualTo(DEVICE);
        assertThat(SparkplugPlace.of("plant/press")).isEqualTo(new SparkplugPlace("plant", "press", null));
    }
}
