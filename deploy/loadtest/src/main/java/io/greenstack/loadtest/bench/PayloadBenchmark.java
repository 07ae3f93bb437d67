package io.greenstack.loadtest.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.greenstack.core.message.ClockRule;
import io.greenstack.core.message.DeviceTopic;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.TelemetryMessage;
import io.greenstack.core.message.TelemetryReader;
import io.greenstack.core.message.Topics;

/** Reading telemetry payloads and topics. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PayloadBenchmark {

    private final Clock clock = Clock.systemUTC();
    private final Instant now = clock.instant();
    private final TelemetryReader reader = new TelemetryReader(ClockRule.DEFAULT);
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final long millis = clock.millis();
    private final byte[] raw = ("{\"processDataIn\":\"02A1FF00\",\"valid\":true,\"timestamp\":" + millis + "}")
            .getBytes(UTF_8);
    private final byte[] list = ("{\"iolink\":{\"valid\":true,\"value\":[2,161,255,0]},\"timestamp\":" + millis + "}")
            .getBytes(UTF_8);
    private final byte[] single = ("{\"parameter\":\"temperature\",\"value\":21.5,\"unit\":\"C\",\"timestamp\":"
            + millis
            + "}").getBytes(UTF_8);
    private final byte[] iso = ("{\"temperature\":21.5,\"timestamp\":\"" + clock.instant() + "\"}").getBytes(UTF_8);
    private final byte[] wide = wide();
    private final byte[] broken = "{\"temperature\":21.5,".getBytes(UTF_8);

    private byte[] wide() {
        StringBuilder text = new StringBuilder("{\"timestamp\":").append(millis);
        for (int i = 0; i < 50; i++) {
            text.append(",\"parameter_").append(i).append("\":").append(i * 1.25);
        }
        return text.append('}').toString().getBytes(UTF_8);
    }

    /** Shape C, hexadecimal. */
    @Benchmark
    public TelemetryMessage rawHex() {
        return reader.read(raw, now);
    }

    /** JSON for IO-Link, list of octets. */
    @Benchmark
    public TelemetryMessage ioLinkList() {
        return reader.read(list, now);
    }

    /** Shape A. */
    @Benchmark
    public TelemetryMessage singleParameter() {
        return reader.read(single, now);
    }

    /** Shape B with one parameter and an ISO 8601 timestamp. */
    @Benchmark
    public TelemetryMessage isoTimestamp() {
        return reader.read(iso, now);
    }

    /** Shape B with 50 parameters. */
    @Benchmark
    public TelemetryMessage fiftyParameters() {
        return reader.read(wide, now);
    }

    /** A payload that breaks off: what a flood of poison costs. */
    @Benchmark
    public Object broken() {
        try {
            return reader.read(broken, now);
        } catch (PayloadException e) {
            return e;
        }
    }

    /** A topic. */
    @Benchmark
    public DeviceTopic topic() {
        return topics.parse("devices/press-7/telemetry");
    }
}
