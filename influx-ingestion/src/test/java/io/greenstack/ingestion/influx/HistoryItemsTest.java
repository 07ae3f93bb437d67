package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.core.message.WideField;
import io.greenstack.edge.sink.ReadingComposer;
import io.greenstack.edge.sink.SinkMessage;
import io.greenstack.localstack.testing.SameItems;

/** The history keeps of each payload what the live view keeps. */
class HistoryItemsTest {

    private static final Pattern ITEM = Pattern
            .compile(
                    "device_(?:telemetry,device_id=d,parameter|metadata,device_id=d,attribute|raw,device_id=d,direction)"
                            + "=((?:\\\\.|[^,\\\\ ])+).*");

    private static final Pattern FIELD = Pattern.compile("device_values,device_id=d ((?:\\\\.|[^=\\\\])+)=.*");

    private final TelemetryReader reader = new TelemetryReader(ClockRule.DEFAULT);

    @ParameterizedTest
    @MethodSource("io.greenstack.localstack.testing.SameItems#cases")
    void keepsWhatTheLiveViewKeeps(SameItems.Case one) {
        keeps(one, PointLayout.NARROW);
    }

    @ParameterizedTest
    @MethodSource("io.greenstack.localstack.testing.SameItems#cases")
    void keepsTheSameInOneLine(SameItems.Case one) {
        keeps(one, PointLayout.WIDE);
    }

    private void keeps(SameItems.Case one, PointLayout layout) {
        InfluxLines composer = new InfluxLines(layout, new ParameterCap(100), Duration.ZERO, Clock.systemUTC());
        TelemetryMessage message = reader.read(one.octets(), Instant.now());
        List<ItemFault> faults = new ArrayList<>(message.faults());
        LineWriter lines = new LineWriter();

        faults.addAll(composer.add(lines, new SinkMessage("d",
                ReadingComposer.telemetry(message, SameItems.layout(), faults::add))));

        List<String> kept = LineWriterTest.text(lines, 0, lines.lines()).lines()
                .flatMap(HistoryItemsTest::items).distinct().toList();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(one.kept());
        assertThat(faults).extracting(ItemFault::reason).containsExactlyElementsOf(one.faults());
    }

    /** Labels and states have the name of their number. */
    private static Stream<String> items(String line) {
        if (!line.startsWith("device_values")) {
            return Stream.of(item(line));
        }
        return LineFields.split(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8))).stream()
                .map(octets -> new String(octets, StandardCharsets.UTF_8)).map(text -> FIELD.matcher(text))
                .filter(Matcher::matches).map(field -> field.group(1).replaceAll("\\\\(.)", "$1"))
                .map(name -> WideField.parse(name).parameter());
    }

    private static String item(String line) {
        Matcher matcher = ITEM.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        String name = matcher.group(1).replaceAll("\\\\(.)", "$1");
        return line.startsWith("device_raw") ? "raw_" + name : name;
    }
}
