package io.greenstack.loadtest.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import io.greenstack.mappings.CompiledMapping;
import io.greenstack.mappings.MappedMessage;
import io.greenstack.mappings.MappingInput;
import io.greenstack.mappings.MappingLimits;
import io.greenstack.mappings.MappingRunner;
import io.greenstack.mappings.ReadyMappings;

/** Messages that mappings take in a second on one thread, from the octets to the values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class MappingBenchmark {

    private static final Map<String, String[]> MESSAGES = Map.of(
            "tasmota", new String[]{"tele/kitchen/SENSOR",
                    "{\"Time\":\"2026-03-04T05:06:00\",\"AM2301\":{\"Temperature\":21.5,\"Humidity\":40.1},\"TempUnit\":\"C\"}"},
            "zigbee2mqtt", new String[]{"zigbee2mqtt/lamp",
                    "{\"temperature\":21.3,\"humidity\":51,\"linkquality\":105,\"last_seen\":\"2026-03-04T05:06:00Z\"}"},
            "shelly-gen2", new String[]{"s-1/events/rpc",
                    "{\"src\":\"s-1\",\"method\":\"NotifyStatus\",\"params\":{\"ts\":1772600000.5,\"switch:0\":{\"id\":0,\"apower\":12.3}}}"},
            "kepware", new String[]{"iotgateway",
                    "{\"values\":[{\"id\":\"C.D.T1\",\"v\":42,\"q\":true,\"t\":1772600760000},"
                            + "{\"id\":\"C.D.T2\",\"v\":7,\"q\":true,\"t\":1772600760000}]}"},
            "umh", new String[]{"umh/v1/acme/cologne/line3/_historian/head",
                    "{\"timestamp_ms\":1772600760000,\"head\":23.4}"});

    @Param({"tasmota", "zigbee2mqtt", "shelly-gen2", "kepware", "umh"})
    String rule;

    private final Instant now = Instant.parse("2026-03-04T05:06:07Z");
    private CompiledMapping mapping;
    private MappingRunner runner;
    private String topic;
    private byte[] payload;

    @Setup
    public void compile() {
        mapping = new CompiledMapping(ReadyMappings.find(rule).orElseThrow(), MappingLimits.DEFAULT);
        runner = new MappingRunner(Duration.ofSeconds(1));
        topic = MESSAGES.get(rule)[0];
        payload = MESSAGES.get(rule)[1].getBytes(StandardCharsets.UTF_8);
    }

    @TearDown
    public void close() {
        runner.close();
    }

    /** As the bridge does it: on a thread that can be left behind. */
    @Benchmark
    public MappedMessage guarded() throws InterruptedException {
        return runner.apply(mapping, new MappingInput(topic, payload, now));
    }

    /** Without the hand-over to that thread. */
    @Benchmark
    public MappedMessage plain() {
        return mapping.apply(new MappingInput(topic, payload, now));
    }
}
