package io.greenstack.loadtest.throughput;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import io.greenstack.loadtest.generator.LatencySummary;
import io.greenstack.loadtest.generator.Options;
import io.greenstack.localstack.master.StubDevice;
import io.greenstack.localstack.master.StubMaster;
import io.greenstack.localstack.server.EmbeddedBroker;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;
import io.greenstack.platform.master.MasterConfig;
import io.greenstack.platform.redis.RedisKeys;
import redis.clients.jedis.Jedis;

/**
 * {@code -Pmasters}: starts the packaged mqtt-bridge, has it read many stubs of masters, and prints what a reading costs and how long it
 * takes from the answer of the master to the live view.
 */
public final class MasterLoadMain {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String USAGE = """
            Measures the packaged bridge while it reads masters.
              --root=FOLDER        of the repository; .
              --masters=N          50
              --ports=N            8 of each
              --interval=MILLIS    500
              --warm-up=SECONDS    20
              --duration=SECONDS   60
            """;

    private final Path root;
    private final int masters;
    private final int ports;
    private final int interval;
    private final Duration warmUp;
    private final Duration duration;
    private final EmbeddedBroker broker = new EmbeddedBroker(ServerSettings.forTests("broker"));
    private final EmbeddedRedis redis = new EmbeddedRedis(ServerSettings.forTests("redis"));
    private final Path folder = Files.createTempDirectory("greenstack-masters");
    private final List<StubMaster> stubs = new ArrayList<>();
    private final List<StubDevice> devices = new ArrayList<>();

    private MasterLoadMain(Options options) throws IOException {
        root = Path.of(options.text("root", System.getProperty("greenstack.root", ""))).toAbsolutePath();
        masters = options.whole("masters", 50, 1, 1_000);
        ports = options.whole("ports", 8, 1, 64);
        interval = options.whole("interval", 500, 100, 60_000);
        warmUp = Duration.ofSeconds(options.whole("warm-up", 20, 1, 600));
        duration = Duration.ofSeconds(options.whole("duration", 60, 1, 3_600));
        options.end();
    }

    public static void main(String... arguments) throws IOException {
        try {
            new MasterLoadMain(new Options(arguments)).run();
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private void run() {
        broker.start();
        redis.start();
        plug();
        ServiceProcess bridge = bridge();
        bridge.start();
        Runtime.getRuntime().addShutdownHook(new Thread(bridge::kill));
        try {
            bridge.awaitReady(LIMIT);
            LockSupport.parkNanos(warmUp.toNanos());
            measure(bridge);
        } finally {
            bridge.stop(LIMIT);
            stubs.forEach(StubMaster::close);
            redis.close();
            broker.close();
        }
    }

    private void plug() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<MasterConfig> configs = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int m = 0; m < masters; m++) {
            StubMaster stub = new StubMaster("serial-" + m, ports, threads);
            stubs.add(stub);
            String id = "line-" + m;
            configs.add(new MasterConfig(id, "IFM_HTTP", stub.address(), interval, null, null, true));
            for (int p = 1; p <= ports; p++) {
                String serial = Integer.toString(m * ports * 10 + p * 5);
                StubDevice device = new StubDevice(310, 1012, "Sensor", serial,
                        reading -> String.format("%04X%04X", reading % 5_000, reading % 1_000), null);
                stub.plug(p, device);
                devices.add(device);
                ids.add(id + ":" + p + ":310-1012-" + serial);
            }
        }
        KnownDevices.write(URI.create(redis.url()), ids, 0);
        try (Jedis client = new Jedis(URI.create(redis.url()))) {
            client.hset(RedisKeys.MASTER_CONFIGS, Map.of("version", "1", "document", MasterConfig.document(configs)));
            client.publish(RedisKeys.MASTER_CONFIGS, "");
        }
    }

    private ServiceProcess bridge() {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("HTTP_HOST", EmbeddedServer.HOST);
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("REDIS_URL", redis.url());
        environment.put("MQTT_BROKER", broker.address());
        environment.put("MQTT_CLIENT_ID", "bridge-masters");
        environment.put("API_BASE_URL", "http://" + EmbeddedServer.HOST + ":1");
        environment.put("GREENSTACK_SECURITY", "open");
        environment.put("GREENSTACK_MASTERS_NETWORKS", "127.0.0.0/8");
        return new ServiceProcess(new ServiceSpec("mqtt-bridge", ServiceSpec.packageOf(root.resolve("mqtt-bridge")),
                folder, folder.resolve("mqtt-bridge.log"), port, environment,
                List.of("-Xmx256m", "-XX:+UseSerialGC")));
    }

    private void measure(ServiceProcess bridge) {
        try (BridgeWatch watch = new BridgeWatch(bridge.url(), bridge.processId());
                LiveLatency latency = new LiveLatency(URI.create(redis.url()), "line")) {
            Duration before = watch.processorTime();
            long readBefore = readings();
            long began = System.nanoTime();
            LockSupport.parkNanos(duration.toNanos());
            double seconds = (System.nanoTime() - began) / 1e9;
            long read = readings() - readBefore;
            double processor = watch.processorTime().minus(before).toNanos() / 1e9;
            LatencySummary live = latency.summary();
            System.out.println(
                    "| masters | ports | interval | readings/s | wanted/s | CPU s per 1,000 | live p50 | live p99 | max |");
            System.out.println("|---|---|---|---|---|---|---|---|---|");
            System.out.printf(Locale.ROOT, "| %d | %d | %d ms | %.0f | %.0f | %.3f | %.1f ms | %.1f ms | %.1f ms |%n",
                    masters,
                    ports, interval, read / seconds, masters * ports * 1_000.0 / interval, processor / read * 1_000,
                    live.p50() / 1e3, live.p99() / 1e3, live.max() / 1e3);
        }
    }

    private long readings() {
        return devices.stream().mapToLong(StubDevice::readings).sum();
    }
}
