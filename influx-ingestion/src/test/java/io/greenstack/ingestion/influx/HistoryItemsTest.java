package io.greenstack.ingestion.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.edge.sink.ReadingComposer;
import io.greenstack.edge.sink.SinkMessage;
import io.greenstack.localstack.testing.SameItems;

/** The history keeps of each payload what the live view keeps. */
class HistoryItemsTest {

    private static final Pattern ITEM = Pattern
            .compile(
                    "device_(?:telemetry,device_id=d,parameter|metadata,device_id=d,attribute|raw,device_id=d,direction)"
                            + "=((?:\\\\.|[^,\\\\ ])+).*");

    private final TelemetryReader reader = new TelemetryReader(ClockRule.DEFAULT);
    private final InfluxLines composer = new InfluxLines(new ParameterCap(100), Duration.ZERO, Clock.systemUTC());

    @ParameterizedTest
    @MethodSource("io.greenstack.localstack.testing.SameItems#cases")
    void keepsWhatTheLiveViewKeeps(SameItems.Case one) {
        TelemetryMessage message = reader.read(one.octets(), Instant.now());
        List<ItemFault> faults = new ArrayList<>(message.faults());
        LineWriter lines = new LineWriter();

        faults.addAll(composer.add(lines, new SinkMessage("d",
                ReadingComposer.telemetry("d", message, SameItems.layout(), faults::add))));

        List<String> kept = lines.text(0, lines.lines()).lines().map(HistoryItemsTest::item).toList();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(one.kept());
        assertThat(faults).extracting(ItemFault::reason).containsExactlyElementsOf(one.faults());
    }

    private static String item(String line) {
        Matcher matcher = ITEM.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        String name = matcher.group(1).replaceAll("\\\\(.)", "$1");
        return line.startsWith("device_raw") ? "raw_" + name : name;
    }
}
