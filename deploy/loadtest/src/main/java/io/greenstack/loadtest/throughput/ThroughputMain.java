package io.greenstack.loadtest.throughput;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import io.greenstack.core.alarm.AlarmRuleSet;
import io.greenstack.loadtest.check.ServiceLedger;
import io.greenstack.loadtest.generator.LoadGenerator;
import io.greenstack.loadtest.generator.LoadOptions;
import io.greenstack.loadtest.generator.MessageKind;
import io.greenstack.loadtest.generator.Options;
import io.greenstack.loadtest.generator.PayloadShape;
import io.greenstack.loadtest.generator.SentLedger;
import io.greenstack.loadtest.generator.SentSeries;
import io.greenstack.localstack.server.EmbeddedBroker;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;

/**
 * {@code -Pthroughput}: starts the packaged mqtt-bridge, has devices send telemetry at several rates one after the other, and
 * prints for each what came of it. Exit code 0 = everything was written, 1 = something was not, 2 = wrong options.
 */
public final class ThroughputMain {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** One, so that the devices leave most of the machine to what is measured. */
    private static final int CONNECTIONS = 1;
    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
    private static final String USAGE = """
            Measures the packaged bridge at several rates of telemetry.
              --root=FOLDER              of the repository; .
              --broker=HOST:PORT         of a broker that is running; else the embedded one
              --redis=URL                of a Redis that is running; else the embedded one
              --rates=LIST               5000,10000,100000 messages a second
              --devices=N                200
              --rules=N                  0 alarm rules that hold for each device
              --shapes=LIST              a,b,hex,iolink in turn over the devices
              --duration=SECONDS         20 for each rate
              --warm-up=SECONDS          20 at half of the first rate, before all others
              --jvm=LIST                 options of the bridge's JVM, separated by commas; -Xmx256m,-XX:+UseSerialGC
            """;

    private final Path root;
    private final List<Double> rates = new ArrayList<>();
    private final int devices;
    private final int rules;
    private final List<PayloadShape> shapes;
    private final Duration duration;
    private final Duration warmUp;
    private final List<String> jvm;
    private final String broker;
    private final URI redis;
    private final List<EmbeddedServer> servers = new ArrayList<>();
    private final Path folder = Files.createTempDirectory("greenstack-throughput");

    private ThroughputMain(Options options) throws IOException {
        root = Path.of(options.text("root", System.getProperty("greenstack.root", ""))).toAbsolutePath();
        for (String rate : options.text("rates", "5000,10000,100000").split(",")) {
            rates.add(new Options("--rates=" + rate).rate("rates", 0));
        }
        devices = options.whole("devices", 200, 1, 10_000);
        rules = options.whole("rules", 0, 0, AlarmRuleSet.MOST);
        shapes = LoadOptions.shapes(options.text("shapes", "a,b,hex,iolink"));
        duration = Duration.ofMillis((long) (options.rate("duration", 20) * 1000));
        warmUp = Duration.ofMillis((long) (options.rate("warm-up", 20) * 1000));
        jvm = List.of(options.text("jvm", "-Xmx256m,-XX:+UseSerialGC").split(","));
        String givenBroker = options.text("broker", null);
        String givenRedis = options.text("redis", null);
        options.end();
        broker = givenBroker == null ? embeddedBroker() : givenBroker;
        redis = URI.create(givenRedis == null ? embeddedRedis() : givenRedis);
    }

    private String embeddedBroker() {
        EmbeddedBroker embedded = new EmbeddedBroker(ServerSettings.forTests("broker"));
        servers.add(embedded);
        return embedded.address();
    }

    private String embeddedRedis() {
        EmbeddedRedis embedded = new EmbeddedRedis(ServerSettings.forTests("redis"));
        servers.add(embedded);
        return embedded.url();
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            System.exit(new ThroughputMain(new Options(arguments)).run() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private boolean run() throws InterruptedException {
        servers.forEach(EmbeddedServer::start);
        ServiceProcess bridge = bridge();
        bridge.start();
        Runtime.getRuntime().addShutdownHook(new Thread(bridge::kill));
        boolean complete = true;
        try {
            bridge.awaitReady(LIMIT);
            if (!warmUp.isZero()) {
                measure(bridge, "warm", rates.get(0) / 2, warmUp);
            }
            System.out.println(Throughput.header());
            for (int i = 0; i < rates.size(); i++) {
                Throughput result = measure(bridge, "rate" + (i + 1), rates.get(i), duration);
                System.out.println(result.row());
                complete &= result.missing() == 0;
            }
        } finally {
            bridge.stop(LIMIT);
            servers.forEach(EmbeddedServer::close);
        }
        return complete;
    }

    private ServiceProcess bridge() {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("HTTP_HOST", EmbeddedServer.HOST);
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("REDIS_URL", redis.toString());
        environment.put("MQTT_BROKER", broker);
        environment.put("MQTT_CLIENT_ID", "bridge-throughput");
        // registrations wait for an API that is not there; telemetry does not care
        environment.put("API_BASE_URL", "http://" + EmbeddedServer.HOST + ":1");
        environment.put("GREENSTACK_SECURITY", "open");
        return new ServiceProcess(
                new ServiceSpec("mqtt-bridge", ServiceSpec.packageOf(root.resolve("mqtt-bridge")), folder,
                        folder.resolve("mqtt-bridge.log"), port, environment, jvm));
    }

    private Throughput measure(ServiceProcess bridge, String name, double rate, Duration length)
            throws InterruptedException {
        LoadGenerator generator = new LoadGenerator(
                new LoadOptions(broker, null, null, "devices", devices, name, shapes,
                        Map.of(MessageKind.TELEMETRY, rate), Duration.ZERO, length, 1, CONNECTIONS, 50_000,
                        LIMIT, folder.resolve("ledger.json")));
        KnownDevices.write(redis, generator.deviceIds(), rules);
        try (BridgeWatch watch = new BridgeWatch(bridge.url(), bridge.processId());
                LiveLatency latency = new LiveLatency(redis, name)) {
            Duration processorBefore = watch.processorTime();
            ServiceLedger before = watch.ledger();
            SentLedger sent = generator.run();
            long acknowledged = acknowledged(sent);
            List<BridgeWatch.Sample> samples = new ArrayList<>();
            long written = settled(watch, before, acknowledged, samples);
            double processor = watch.processorTime().minus(processorBefore).toNanos() / 1e9;
            return new Throughput(rate, acknowledged * 1e9 / Duration.between(sent.started(), sent.ended()).toNanos(),
                    Throughput.rate(before.written(), samples), written, acknowledged - written,
                    processor / written * 1e5, latency.summary(), samples.get(0).residentMegabytes(),
                    samples.stream().mapToLong(BridgeWatch.Sample::residentMegabytes).max().orElse(-1));
        }
    }

    /** Waits until the bridge has written everything, or does no more; returns how much it wrote. */
    private static long settled(BridgeWatch watch, ServiceLedger before, long expected,
            List<BridgeWatch.Sample> samples) {
        long written = 0;
        long grownAt = System.nanoTime();
        while (written < expected && System.nanoTime() - grownAt < QUIET_NANOS) {
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            samples.addAll(watch.take());
            long now = samples.isEmpty() ? 0 : samples.get(samples.size() - 1).written() - before.written();
            if (now > written) {
                written = now;
                grownAt = System.nanoTime();
            }
        }
        return written;
    }

    private static long acknowledged(SentLedger sent) {
        long count = 0;
        for (SentLedger.DeviceLedger device : sent.devices()) {
            SentSeries telemetry = device.kinds().get(MessageKind.TELEMETRY.label());
            count += telemetry == null ? 0 : telemetry.sent() - telemetry.unacknowledged().size();
        }
        return count;
    }
}
