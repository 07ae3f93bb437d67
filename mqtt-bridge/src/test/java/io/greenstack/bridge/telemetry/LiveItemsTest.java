package io.greenstack.bridge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.localstack.testing.SameItems;

/** The live view keeps of each payload what the history keeps. */
class LiveItemsTest {

    private final TelemetryReader reader = new TelemetryReader(ClockRule.DEFAULT);

    @ParameterizedTest
    @MethodSource("io.greenstack.localstack.testing.SameItems#cases")
    void keepsWhatTheHistoryKeeps(SameItems.Case one) {
        TelemetryMessage message = reader.read(one.octets(), Instant.now());
        List<ItemFault> faults = new ArrayList<>(message.faults());
        InboundMessage source = new InboundMessage("devices/d/telemetry", one.octets(), 1, false, false, Instant.now());

        LiveReading reading = LiveDecoder.decode(new TelemetryItem(source, new DeviceId("d"), message),
                SameItems.layout(), faults::add);

        List<String> kept = new ArrayList<>();
        reading.raw().forEach(raw -> kept.add("raw_" + raw.direction().token()));
        reading.values().forEach(value -> kept.add(value.key()));
        assertThat(kept).containsExactlyInAnyOrderElementsOf(one.kept());
        assertThat(faults).extracting(ItemFault::reason).containsExactlyElementsOf(one.faults());
    }
}
