package io.greenstack.ingestion.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.edge.sink.ReadingComposer;
import io.greenstack.edge.sink.SinkMessage;

/** From payloads of five values to line protocol, in nanoseconds a message; batches of 1,000 messages of 100 devices. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LineBenchmark {

    private static final int MESSAGES = 1_000;
    private static final int DEVICES = 100;

    private final Clock clock = Clock.systemUTC();
    private final Instant now = clock.instant();
    private final TelemetryReader reader = new TelemetryReader(ClockRule.DEFAULT);
    private final InfluxLines narrow = new InfluxLines(PointLayout.NARROW, new ParameterCap(1_000), Duration.ZERO,
            clock);
    private final InfluxLines wide = new InfluxLines(PointLayout.WIDE, new ParameterCap(1_000), Duration.ZERO, clock);
    private final List<byte[]> payloads = new ArrayList<>();
    private final List<SinkMessage> messages = new ArrayList<>();

    public LineBenchmark() {
        for (int i = 0; i < MESSAGES; i++) {
            payloads.add(
                    ("{\"temperature\":" + i % 50 / 10.0 + ",\"pressure\":" + i % 70 / 100.0 + ",\"flow rate\":" + i
                            + ",\"level\":" + i / 8.0 + ",\"running\":true,\"timestamp\":" + (clock.millis() + i) + "}")
                            .getBytes(UTF_8));
            messages.add(message(i));
        }
    }

    private SinkMessage message(int index) {
        String device = "device-" + index % DEVICES;
        return new SinkMessage(device, ReadingComposer.telemetry(reader.read(payloads.get(index), now), null,
                fault -> {
                    throw new IllegalStateException(fault.detail());
                }));
    }

    private static ByteBuffer lines(InfluxLines lines, List<SinkMessage> messages) {
        LineWriter writer = new LineWriter();
        messages.forEach(message -> lines.add(writer, message));
        return writer.octets(0, writer.lines());
    }

    /** Readings to lines, a line for each value. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public ByteBuffer narrowLines() {
        return lines(narrow, messages);
    }

    /** Readings to lines, a line for each message. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public ByteBuffer wideLines() {
        return lines(wide, messages);
    }

    /** JSON to lines, a line for each value. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public ByteBuffer payloadsToNarrowLines() {
        return whole(narrow);
    }

    /** JSON to lines, a line for each message. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public ByteBuffer payloadsToWideLines() {
        return whole(wide);
    }

    private ByteBuffer whole(InfluxLines lines) {
        LineWriter writer = new LineWriter();
        for (int i = 0; i < MESSAGES; i++) {
            lines.add(writer, message(i));
        }
        return writer.octets(0, writer.lines());
    }
}
