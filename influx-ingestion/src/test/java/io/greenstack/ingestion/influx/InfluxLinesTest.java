package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.core.layout.DeviceLayout;
import io.greenstack.core.layout.LayoutLookup;
import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.EventReader;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.core.processdata.ByteOrder;
import io.greenstack.core.processdata.DecodeException;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.Label;
import io.greenstack.core.processdata.ParameterValues;
import io.greenstack.core.processdata.ProcessDataDecoder;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.core.processdata.ScalarType;
import io.greenstack.core.processdata.Scaling;
import io.greenstack.core.processdata.ScalingSource;
import io.greenstack.core.processdata.SpecialValue;
import io.greenstack.core.processdata.TextEncoding;
import io.greenstack.edge.sink.Reading;
import io.greenstack.edge.sink.ReadingComposer;
import io.greenstack.edge.sink.SinkMessage;

class InfluxLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final long NANOS = NOW.getEpochSecond() * 1_000_000_000L;
    private static final String DEVICE = "d1";

    private final TelemetryReader reader = new TelemetryReader(ClockRule.DEFAULT);
    private final InfluxLines composer = new InfluxLines(PointLayout.NARROW, new ParameterCap(5), Duration.ofDays(90),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatIsOlderThanTheBucketKeepsIsNotSent() {
        assertThat(compose("{\"t\":1,\"timestamp\":\"2026-08-26T12:00:00Z\"}", null)).hasSize(1);
        assertThatThrownBy(() -> compose("{\"t\":1,\"timestamp\":\"2026-08-24T12:00:00Z\"}", null))
                .isInstanceOf(PayloadException.class).hasMessageContaining("2160 h that the store keeps");
    }

    @Test
    void namedNumbersAndBooleansAreFloats() {
        assertThat(compose("{\"temperature\":21.5,\"count\":3,\"running\":true}", null)).containsExactly(
                "device_telemetry,device_id=d1,parameter=temperature value=21.5 " + NANOS,
                "device_telemetry,device_id=d1,parameter=count value=3 " + NANOS,
                "device_telemetry,device_id=d1,parameter=running value=1 " + NANOS);
    }

    @Test
    void theTraceOfAMessageIsNoParameter() {
        assertThat(compose(
                "{\"temperature\":1,\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"}",
                null)).containsExactly("device_telemetry,device_id=d1,parameter=temperature value=1 " + NANOS);
    }

    @Test
    void aUnitIsATag() {
        assertThat(compose("{\"parameter\":\"temp, inner\",\"value\":1.5,\"unit\":\"°C\"}", null)).containsExactly(
                "device_telemetry,device_id=d1,parameter=temp\\,\\ inner,unit=°C value=1.5 " + NANOS);
    }

    @Test
    void namedTextsAreMetadata() {
        assertThat(compose("{\"mode\":\"auto \\\"fast\\\"\"}", null)).containsExactly(
                "device_metadata,device_id=d1,attribute=mode value=\"auto \\\"fast\\\"\" " + NANOS);
    }

    @Test
    void decodesByTheLayoutAndKeepsTheOctets() {
        assertThat(compose("{\"processDataIn\":\"018A02486900\"}", bound())).containsExactly(
                "device_raw,device_id=d1,direction=in hex=\"018A02486900\" " + NANOS,
                "device_telemetry,device_id=d1,parameter=temperature,unit=°C value=39.4 " + NANOS,
                "device_telemetry,device_id=d1,parameter=state value=2,label=\"Warning\" " + NANOS,
                "device_metadata,device_id=d1,attribute=text value=\"Hi\" " + NANOS);
    }

    @Test
    void aWholeNumberThatIsRoundedSaysSo() {
        ProcessDataLayout layout = new ProcessDataLayout("l", "EDS", "Counter", List.of(),
                List.of(new Frame("PD", "", 64, ByteOrder.BIG_ENDIAN, List.of(),
                        List.of(Field.plain("count", "Count", 1, 0, 64, ScalarType.UINTEGER)))),
                List.of());
        LayoutLookup counter = new LayoutLookup.Bound(new DeviceLayout("d1", 1, Map.of(), layout),
                ProcessDataDecoder.of(layout), ParameterValues.NONE);

        assertThat(compose("{\"processDataIn\":\"FFFFFFFFFFFFFFFF\"}", counter)).contains(
                "device_telemetry,device_id=d1,parameter=count value=1.8446744073709552E19,"
                        + "label=\"18446744073709551615\",status=\"rounded\" " + NANOS);
        assertThat(compose("{\"processDataIn\":\"0020000000000000\"}", counter)).contains(
                "device_telemetry,device_id=d1,parameter=count value=9.007199254740992E15 " + NANOS);
    }

    @Test
    void aSpecialValueHasAStatusAndNoValue() {
        assertThat(compose("{\"processDataIn\":\"7FFC02000000\"}", bound())).anySatisfy(line -> assertThat(line)
                .startsWith("device_telemetry,device_id=d1,parameter=temperature")
                .contains("status=\"no_data\"")
                .doesNotContain(" value="));
    }

    @Test
    void dataMarkedAsNotValidYieldsNothing() {
        assertThat(compose("{\"processDataIn\":\"018A02486900\",\"valid\":false}", bound())).isEmpty();
    }

    @Test
    void withoutDescriptionOnlyTheOctetsAreKept() {
        for (LayoutLookup layout : List.of(new LayoutLookup.Unbound(), new LayoutLookup.UnknownDevice())) {
            assertThat(compose("{\"processDataIn\":\"0A\"}", layout)).containsExactly(
                    "device_raw,device_id=d1,direction=in hex=\"0A\" " + NANOS);
        }
    }

    @Test
    void refusesWrongLengths() {
        assertReason("wrong-length", "{\"processDataIn\":\"0A\"}", bound());
        assertReason("no-matching-frame", "{\"processDataOut\":\"0A\"}", bound());
    }

    @Test
    void refusesAMessageWhoseNamesCannotBeTags() {
        assertReason("bad-parameter-name", "{\"ends with \\\\\":1}", null);
    }

    @Test
    void aReadingThatCannotBeStoredCostsOnlyItself() {
        LineWriter lines = new LineWriter();
        SinkMessage message = new SinkMessage(DEVICE,
                List.of(new Reading.Value("a", null, 1, null, null, NANOS),
                        new Reading.Value("unit", "m\\", 1, null, null, NANOS),
                        new Reading.Value("two\nlines", null, 1, null, null, NANOS),
                        new Reading.Value("infinite", null, Double.POSITIVE_INFINITY, null, null, NANOS),
                        new Reading.Attribute("path", "C:\\", NANOS),
                        new Reading.DeviceEvent(5, null, "appears", null, 1)));

        assertThat(composer.add(lines, message)).extracting(fault -> fault.reason() + " " + fault.detail())
                .satisfiesExactly(fault -> assertThat(fault).startsWith("bad-member 'unit'").contains("backslash"),
                        fault -> assertThat(fault).startsWith("bad-member 'two?lines'").contains("control"),
                        fault -> assertThat(fault).startsWith("bad-member 'infinite'").contains("finite"),
                        fault -> assertThat(fault).startsWith("bad-timestamp 'event 5'"));
        assertThat(LineWriterTest.text(lines, 0, lines.lines()).lines()).containsExactly(
                "device_telemetry,device_id=d1,parameter=a value=1 " + NANOS,
                "device_metadata,device_id=d1,attribute=path value=\"C:\\\\\" " + NANOS);
    }

    @Test
    void aParameterTooManyCostsOnlyItself() {
        compose("{\"a\":1,\"b\":1,\"c\":1,\"d\":1}", null);
        LineWriter lines = new LineWriter();

        assertThat(composer.add(lines, values("{\"e\":1,\"f\":1,\"g\":\"text\",\"a\":2}", null)))
                .extracting(fault -> fault.reason() + " " + fault.detail().substring(0, 4))
                .containsExactly("too-many-parameters 'f':", "too-many-parameters 'g':");
        assertThat(LineWriterTest.text(lines, 0, lines.lines()).lines()).containsExactly(
                "device_telemetry,device_id=d1,parameter=e value=1 " + NANOS,
                "device_telemetry,device_id=d1,parameter=a value=2 " + NANOS);
    }

    @Test
    void aMessageOfNothingButTooManyParametersIsRefused() {
        compose("{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1}", null);
        LineWriter lines = new LineWriter();

        assertThatThrownBy(() -> composer.add(lines, values("{\"f\":1,\"g\":1}", null)))
                .isInstanceOfSatisfying(PayloadException.class,
                        e -> assertThat(e.reason()).isEqualTo("too-many-parameters"));
        assertThat(lines.lines()).isZero();
        assertThat(compose("{\"a\":2}", null)).hasSize(1);
    }

    @Test
    void anEventIsALineWithTheTextOfTheDescription() {
        assertThat(events("[{\"code\":36000,\"mode\":\"appears\",\"type\":\"warning\"},{\"code\":1}]", bound()))
                .containsExactly(
                        "device_events,device_id=d1,code=36000,type=warning mode=\"appears\",text=\"Filled\" " + NANOS,
                        "device_events,device_id=d1,code=1 mode=\"singleshot\" " + NANOS);
        assertThat(events("{\"code\":36000}", new LayoutLookup.Unavailable("Redis is away"))).containsExactly(
                "device_events,device_id=d1,code=36000 mode=\"singleshot\" " + NANOS);
    }

    private List<String> events(String payload, LayoutLookup layout) {
        LineWriter lines = new LineWriter();
        EventReader events = new EventReader(ClockRule.DEFAULT);
        composer.add(lines, new SinkMessage(DEVICE,
                ReadingComposer.events(events.read(payload.getBytes(StandardCharsets.UTF_8), NOW).events(), layout)));
        return LineWriterTest.text(lines, 0, lines.lines()).lines().toList();
    }

    private SinkMessage values(String payload, LayoutLookup layout) {
        return new SinkMessage(DEVICE, ReadingComposer.telemetry(
                reader.read(payload.getBytes(StandardCharsets.UTF_8), NOW), layout, fault -> {}));
    }

    private void assertReason(String reason, String payload, LayoutLookup layout) {
        LineWriter lines = new LineWriter();
        assertThatThrownBy(() -> composer.add(lines, values(payload, layout)))
                .isInstanceOfAny(PayloadException.class, DecodeException.class).extracting("reason").isEqualTo(reason);
        assertThat(lines.lines()).isZero();
    }

    private List<String> compose(String payload, LayoutLookup layout) {
        LineWriter lines = new LineWriter();
        composer.add(lines, values(payload, layout));
        return LineWriterTest.text(lines, 0, lines.lines()).lines().toList();
    }

    /** Sixteen bits of temperature, eight of state, three characters of text. */
    private static LayoutLookup bound() {
        Scaling tenth = new Scaling(List.of(), new BigDecimal("0.1"), BigDecimal.ZERO, 1001, "°C", null,
                ScalingSource.MENU);
        Field temperature = new Field("temperature", "Temperature", 1, -1, 32, 16, ScalarType.INTEGER, null,
                List.of(tenth), List.of(), List.of(new SpecialValue(BigDecimal.valueOf(0x7FFC), "no_data", "No data")),
                List.of(), true);
        Field state = new Field("state", "State", 2, -1, 24, 8, ScalarType.UINTEGER, null, List.of(),
                List.of(new Label(BigDecimal.ONE, "Normal"), new Label(BigDecimal.valueOf(2), "Warning")), List.of(),
                List.of(), true);
        Field text = new Field("text", "Text", 3, -1, 0, 24, ScalarType.STRING, TextEncoding.US_ASCII, List.of(),
                List.of(), List.of(), List.of(), true);
        Frame in = new Frame("PD", "Process data", 48, ByteOrder.BIG_ENDIAN, List.of(),
                List.of(temperature, state, text));
        ProcessDataLayout layout = new ProcessDataLayout("l", "IODD", "Test sensor", List.of(),
                List.of(in), List.of());
        return new LayoutLookup.Bound(new DeviceLayout("d1", 1, Map.of(), layout, Map.of(36000, "Filled")),
                ProcessDataDecoder.of(layout),
                ParameterValues.NONE);
    }

    @Test
    void inTheWideLayoutAMessageIsOneLineWithItsUnitsLabelsAndStates() {
        InfluxLines wide = new InfluxLines(PointLayout.WIDE, new ParameterCap(10), Duration.ofDays(90),
                Clock.fixed(NOW, ZoneOffset.UTC));
        LineWriter lines = new LineWriter();
        for (int i = 0; i < 2; i++) {
            List<ItemFault> faults = wide.add(lines,
                    new SinkMessage("d 1", List.of(value("temp, a", "°C", 21.5, null, null),
                            value("state", null, 2, "War\"ning", null),
                            value("level", "mm", Double.NaN, null, "no_data"),
                            value("label:x", null, 1, null, null), new Reading.ProcessData(Direction.IN, "AB", NANOS),
                            value("bad", null, Double.POSITIVE_INFINITY, null, null),
                            value("last", null, 3, null, null))));
            assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.detail()).contains("'bad'"));
        }
        String message = "device_values,device_id=d\\ 1 temp\\,\\ a\\ [°C]=21.5,state=2,label:state=\"War\\\"ning\","
                + "status:level\\ [mm]=\"no_data\",last=3 " + NANOS;
        assertThat(LineWriterTest.text(lines, 0, lines.lines()).lines()).containsExactly(message,
                "device_telemetry,device_id=d\\ 1,parameter=label:x value=1 " + NANOS,
                "device_raw,device_id=d\\ 1,direction=in hex=\"AB\" " + NANOS, message,
                "device_telemetry,device_id=d\\ 1,parameter=label:x value=1 " + NANOS,
                "device_raw,device_id=d\\ 1,direction=in hex=\"AB\" " + NANOS);
    }

    @Test
    void aMessageWithoutAnythingToKeepIsRefusedInTheWideLayoutToo() {
        InfluxLines wide = new InfluxLines(PointLayout.WIDE, new ParameterCap(10), Duration.ofDays(90),
                Clock.fixed(NOW, ZoneOffset.UTC));
        LineWriter lines = new LineWriter();
        assertThatThrownBy(() -> wide.add(lines, new SinkMessage("d",
                List.of(value("bad", null, Double.NaN, null, null))))).isInstanceOf(PayloadException.class);
        assertThat(lines.lines()).isZero();
        assertThat(lines.position()).isZero();
    }

    private static Reading.Value value(String parameter, String unit, double number, String label, String status) {
        return new Reading.Value(parameter, unit, number, label, status, NANOS);
    }
}
