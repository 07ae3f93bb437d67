package io.greenstack.bridge.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.bridge.dialect.Publication;
import io.greenstack.bridge.dialect.Said;
import io.greenstack.bridge.dialect.Translation;
import io.greenstack.bridge.dialect.sparkplug.BirthStore;
import io.greenstack.bridge.dialect.sparkplug.SparkplugDialect;
import io.greenstack.bridge.dialect.sparkplug.SparkplugWriter;
import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.core.processdata.ValueRange;

/** What the edge node says, as our own host reads it. */
class NodeSessionTest {

    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.123Z");
    private static final Scaling TENTHS = new Scaling(List.of(), new BigDecimal("0.1"), BigDecimal.ZERO, null, "°C",
            null,
            ScalingSource.NONE);
    private static final Field TEMPERATURE = new Field("temperature", "Temperature", 1, -1, 8, 16, ScalarType.INTEGER,
            null, List.of(TENTHS), List.of(), List.of(), List.of(ValueRange.of(-400, 1250, null)), true);
    private static final Field MODE = new Field("mode", "Mode", 2, -1, 0, 8, ScalarType.UINTEGER, null, List.of(),
            List.of(Label.of(0, "off"), Label.of(1, "run")), List.of(), List.of(), true);

    private final Map<String, LayoutLookup> layouts = new HashMap<>();
    private final NodeSession session = new NodeSession("out", "suite", 100, ids -> layouts);
    private final SparkplugDialect host = new SparkplugDialect(List.of("+"), Duration.ofSeconds(10), new NoStore(),
            (device, values) -> {}, Said.MESSAGES);

    private static final class NoStore implements BirthStore {

        @Override
        public Map<String, byte[]> load(String node) {
            return Map.of();
        }

        @Override
        public void saveNode(String node, byte[] birth) {
            // one session only
        }

        @Override
        public void saveDevice(String node, String device, byte[] birth) {
            // one session only
        }
    }

    private static NamespaceReading reading(int millis, NamespaceValue... values) {
        return new NamespaceReading("press", TIME.plusMillis(millis), List.of(values));
    }

    private static NamespaceValue temperature(Double value, String status) {
        return new NamespaceValue("temperature", value, "°C", null, status);
    }

    private List<Publication> say(NamespaceReading reading) {
        return session.readings(List.of(reading), TIME);
    }

    /** What the host makes of it; it must understand all of it and miss nothing. */
    private List<String> heard(List<Publication> said) {
        List<String> heard = new ArrayList<>();
        for (Publication one : said) {
            Translation translation = host.translate(Said.message(one.topic(), one.payload()));
            assertThat(translation.rejection()).isNull();
            translation.publications().forEach(publication -> heard
                    .add(publication.topic() + " " + new String(publication.payload(), StandardCharsets.UTF_8)));
        }
        assertThat(heard).noneMatch(line -> line.contains("/NCMD/"));
        return heard;
    }

    @Test
    void aDeviceIsBornWithItsValuesThenOnlyChangesGoOut() {
        assertThat(heard(session.births(7, TIME))).anyMatch(line -> line.startsWith("devices/out:suite/register"));
        List<Publication> birth = say(reading(0, temperature(21.5, null)));
        assertThat(birth).extracting(Publication::topic).containsExactly("spBv1.0/out/DBIRTH/suite/press");
        assertThat(heard(birth)).anyMatch(line -> line.contains("21.5") && line.contains("temperature"));

        assertThat(say(reading(1, temperature(21.5, null)))).isEmpty();
        List<Publication> data = say(reading(2, temperature(22.5, null)));
        assertThat(data).extracting(Publication::topic).containsExactly("spBv1.0/out/DDATA/suite/press");
        assertThat(heard(data)).singleElement().asString().startsWith("devices/out:suite:press/telemetry")
                .contains("22.5", "temperature", "°C", "05:06:07.125");
        assertThat(say(reading(1, temperature(9.0, null)))).as("older than what was said").isEmpty();
    }

    @Test
    void numbersGoRoundWithoutAGap() {
        heard(session.births(7, TIME));
        for (int i = 0; i < 600; i++) {
            heard(say(reading(i, temperature((double) i, null))));
        }
    }

    @Test
    void whatItsBirthDidNotNameMakesAnotherBirth() {
        heard(session.births(7, TIME));
        heard(say(reading(0, temperature(21.5, null))));
        List<Publication> again = say(reading(1, new NamespaceValue("speed", true, null, null, null)));
        assertThat(again).extracting(Publication::topic).containsExactly("spBv1.0/out/DBIRTH/suite/press");
        assertThat(heard(again)).anyMatch(line -> line.contains("speed")).anyMatch(line -> line.contains("21.5"));
        assertThat(say(reading(2, new NamespaceValue("speed", "fast", null, null, null))))
                .extracting(Publication::topic).containsExactly("spBv1.0/out/DBIRTH/suite/press");
    }

    @Test
    void aRebirthSaysEverythingAnew() {
        heard(session.births(7, TIME));
        heard(say(reading(0, temperature(21.5, null))));
        List<Publication> births = session.births(7, TIME);
        assertThat(births).extracting(Publication::topic).containsExactly("spBv1.0/out/NBIRTH/suite",
                "spBv1.0/out/DBIRTH/suite/press");
        assertThat(heard(births)).anyMatch(line -> line.contains("21.5"));
        assertThat(heard(say(reading(1, temperature(23.5, null))))).anyMatch(line -> line.contains("23.5"));
    }

    @Test
    void theDeathOfThisSessionEndsItAndAnOlderOneDoesNot() {
        heard(session.births(7, TIME));
        heard(say(reading(0, temperature(21.5, null))));
        assertThat(heard(List.of(session.death(6, TIME)))).isEmpty();
        assertThat(heard(List.of(session.death(7, TIME)))).anyMatch(line -> line.contains("disconnected"));
    }

    @Test
    void aBirthNamesAllOfTheDescription() {
        layouts.put("press", new LayoutLookup.Bound(new DeviceLayout("press", 1, Map.of(), new ProcessDataLayout("l",
                "IODD", "", List.of(), List.of(new Frame("f", "", 24, ByteOrder.BIG_ENDIAN, List.of(),
                        List.of(TEMPERATURE, MODE))),
                List.of())), null, null));
        heard(session.births(7, TIME));
        heard(say(reading(0, temperature(21.5, null))));
        List<Publication> data = say(reading(1, new NamespaceValue("mode", 1.0, null, "run", null)));
        assertThat(data).extracting(Publication::topic).containsExactly("spBv1.0/out/DDATA/suite/press");
        assertThat(heard(data)).singleElement().asString().contains("mode").contains("1");
        assertThat(heard(say(reading(2, temperature(null, "no_data"))))).as("no value is no telemetry").isEmpty();
    }

    @Test
    void typesUnitsRangesAndEnumsAreThoseOfTheDescription() {
        NodeMetric temperature = NodeMetric.of(TEMPERATURE);
        assertThat(temperature.datatype()).isEqualTo(SparkplugWriter.DOUBLE);
        assertThat(temperature.properties()).containsEntry("displayName", "Temperature").containsEntry("engUnit", "°C")
                .containsEntry("engLow", -40.0).containsEntry("engHigh", 125.0);
        NodeMetric mode = NodeMetric.of(MODE);
        assertThat(mode.datatype()).isEqualTo(SparkplugWriter.UINT8);
        assertThat(mode.properties()).containsEntry("enum", "{\"0\":\"off\",\"1\":\"run\"}");
        assertThat(NodeMetric.of(Field.plain("n", "", 1, 0, 20, ScalarType.INTEGER)).datatype())
                .isEqualTo(SparkplugWriter.INT32);
    }
}
