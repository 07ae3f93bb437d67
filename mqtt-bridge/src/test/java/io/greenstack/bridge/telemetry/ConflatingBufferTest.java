package io.greenstack.bridge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.core.message.DeviceId;
import io.greenstack.core.message.InboundMessage;
import io.greenstack.core.message.NamedValue;
import io.greenstack.core.message.NamedValues;
import io.greenstack.core.message.RawProcessData;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.Timestamp;
import io.greenstack.core.processdata.Direction;

class ConflatingBufferTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final ConflatingBuffer buffer = new ConflatingBuffer(3, 100_000);

    @Test
    void keepsTheNewestProcessDataOfEachDeviceAndDirection() {
        buffer.offer(raw("a", 1, Direction.IN));
        buffer.offer(raw("a", 3, Direction.IN));
        buffer.offer(raw("a", 2, Direction.IN));
        buffer.offer(raw("a", 1, Direction.OUT));
        buffer.offer(raw("b", 1, Direction.IN));

        assertThat(buffer.size()).isEqualTo(2);
        assertThat(buffer.superseded()).isEqualTo(2);
        assertThat(taken()).containsExactly("a in 03", "a out 01", "b in 01");
        assertThat(buffer.size()).isZero();
    }

    @Test
    void keepsTheNewestValueOfEachParameter() {
        buffer.offer(named("a", 1, "t", "p"));
        buffer.offer(named("a", 2, "t"));
        buffer.offer(named("a", 0, "t", "q"));
        buffer.offer(named("a", 3, "t"));

        assertThat(taken()).containsExactly("a p=1.0", "a q=0.0", "a t=3.0");
        assertThat(buffer.superseded()).isEqualTo(1);
    }

    @Test
    void ofEqualTimesTheLaterArrivalCounts() {
        buffer.offer(item("a", new RawProcessData(Direction.IN, new byte[]{1}, true, time(1))));
        buffer.offer(item("a", new RawProcessData(Direction.IN, new byte[]{2}, true, time(1))));

        assertThat(taken()).containsExactly("a in 02");
    }

    @Test
    void takesNoMoreDevicesThanAllowedButGoesOnWithThoseItHas() {
        for (String device : List.of("a", "b", "c")) {
            assertThat(buffer.offer(raw(device, 1, Direction.IN))).isTrue();
        }
        assertThat(buffer.offer(raw("d", 1, Direction.IN))).isFalse();
        assertThat(buffer.offer(raw("c", 2, Direction.IN))).isTrue();

        assertThat(buffer.take(2)).hasSize(2);
        assertThat(buffer.offer(raw("d", 1, Direction.IN))).isTrue();
        assertThat(taken()).containsExactly("c in 02", "d in 01");
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfMessages() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(buffer.offer(raw("a", i % 250, Direction.IN))).isTrue();
            assertThat(buffer.offer(named("b", i, "x", "y"))).isTrue();
        }
        assertThat(taken()).hasSize(3);
        assertThat(buffer.offer(big("c", 99_500))).isTrue();
        assertThat(buffer.offer(raw("d", 1, Direction.IN))).isFalse();
        assertThat(buffer.take(1)).hasSize(1);
        assertThat(buffer.offer(raw("d", 1, Direction.IN))).isTrue();
    }

    private List<String> taken() {
        List<String> seen = new ArrayList<>();
        for (TelemetryItem item : buffer.take(10)) {
            if (item.message() instanceof RawProcessData data) {
                seen.add(item.deviceId() + " " + data.direction().token() + " " + data.hex());
            } else if (item.message() instanceof NamedValues named) {
                named.values()
                        .forEach(value -> seen.add(item.deviceId() + " " + value.parameter() + "=" + value.value()));
            }
        }
        return seen;
    }

    private static TelemetryItem raw(String device, int step, Direction direction) {
        return item(device, new RawProcessData(direction, new byte[]{(byte) step}, true, time(step)));
    }

    private static TelemetryItem named(String device, int step, String... parameters) {
        return item(device, new NamedValues(Arrays.stream(parameters)
                .map(parameter -> new NamedValue(parameter, (double) step, null)).toList(), time(step)));
    }

    private static TelemetryItem big(String device, int octets) {
        TelemetryItem small = raw(device, 1, Direction.IN);
        return new TelemetryItem(source(device, octets), small.deviceId(), small.message());
    }

    private static TelemetryItem item(String device, TelemetryMessage message) {
        return new TelemetryItem(source(device, 20), new DeviceId(device), message);
    }

    private static InboundMessage source(String device, int octets) {
        return new InboundMessage("devices/" + device + "/telemetry", new byte[octets], 1, false, false, START);
    }

    private static Timestamp time(int step) {
        return new Timestamp(START.plusSeconds(step), true);
    }
}
