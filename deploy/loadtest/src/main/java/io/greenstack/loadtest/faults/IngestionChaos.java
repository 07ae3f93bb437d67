package io.greenstack.loadtest.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.greenstack.loadtest.check.CheckReport;
import io.greenstack.loadtest.check.Checker;
import io.greenstack.loadtest.faults.StoreGate.Behaviour;
import io.greenstack.loadtest.generator.LoadGenerator;
import io.greenstack.loadtest.generator.LoadOptions;
import io.greenstack.loadtest.generator.MessageKind;
import io.greenstack.loadtest.generator.PayloadShape;
import io.greenstack.loadtest.generator.SentLedger;
import io.greenstack.localstack.server.EmbeddedBroker;
import io.greenstack.localstack.server.EmbeddedQuestDb;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.FreezableRelay;
import io.greenstack.localstack.suite.Jvm;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;

/**
 * The packaged influx-ingestion between a broker and a store that fail in turns: in random order, which a seed gives again. Devices
 * send meanwhile, and in the end the store must have each message once.
 */
public final class IngestionChaos implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int HEAP_MEGABYTES = 256;
    private static final String FIRST_TOKEN = "local";

    private final Path folder;
    private final EmbeddedBroker broker = new EmbeddedBroker(ServerSettings.forTests("chaos-broker"));
    private final EmbeddedRedis redis = new EmbeddedRedis(ServerSettings.forTests("chaos-redis"));
    private final StoreProcess influx;
    private final EmbeddedQuestDb questDb;
    private final FreezableRelay relay = new FreezableRelay(broker.port());
    private final StoreGate gate;
    private final Path tokenFile;
    private final ServiceProcess ingestion;
    private final Duration away;
    private final Duration between;
    private int tokens;

    /**
     * Starts everything.
     *
     * @param root folder of the repository, where the package is
     * @param influxd binary of an InfluxDB 2; null for an embedded QuestDB
     * @param away how long each fault lasts
     * @param between how long all is well between two
     */
    public IngestionChaos(Path root, Path influxd, Duration away, Duration between) throws IOException {
        this.away = away;
        this.between = between;
        this.folder = Files.createTempDirectory("greenstack-chaos");
        this.influx = influxd == null ? null : new StoreProcess(influxd, folder.resolve("influx"));
        this.questDb = influxd == null ? new EmbeddedQuestDb(ServerSettings.forTests("chaos-questdb")) : null;
        this.tokenFile = Files.writeString(folder.resolve("token"), FIRST_TOKEN);
        this.gate = new StoreGate(influx == null ? questDb.url() : influx.url(), FIRST_TOKEN,
                influx == null ? FIRST_TOKEN : StoreProcess.TOKEN);
        this.ingestion = ingestion(root);
        try {
            broker.start();
            redis.start();
            startStore();
            relay.open();
            ingestion.start();
            ingestion.awaitReady(LIMIT);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private ServiceProcess ingestion(Path root) {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("HTTP_HOST", EmbeddedServer.HOST);
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("GREENSTACK_MANAGEMENT_PORT", Integer.toString(Ports.free()));
        environment.put("MQTT_BROKER", EmbeddedServer.HOST + ":" + relay.port());
        environment.put("MQTT_CLIENT_ID", "chaos-ingestion");
        environment.put("REDIS_URL", redis.url());
        environment.put("TELEMETRY_STORE", influx == null ? "questdb" : "influxdb");
        environment.put("INFLUXDB_URL", gate.url());
        environment.put("INFLUXDB_TOKEN_FILE", tokenFile.toString());
        environment.put("INFLUXDB_ORG", StoreProcess.ORG);
        environment.put("INFLUXDB_BUCKET", StoreProcess.BUCKET);
        return new ServiceProcess(new ServiceSpec("influx-ingestion",
                ServiceSpec.packageOf(root.resolve("influx-ingestion")), folder, folder.resolve("ingestion.log"), port,
                environment, Jvm.quickStart(HEAP_MEGABYTES)));
    }

    /** What can fail here. */
    public List<Fault> faults() {
        return List.of(
                new Fault("ingestion killed", ingestion::kill, () -> {
                    ingestion.start();
                    ingestion.awaitReady(LIMIT);
                }),
                new Fault("broker restarted", () -> {
                    relay.close();
                    broker.stop();
                }, () -> {
                    broker.start();
                    relay.open();
                }),
                new Fault("broker cut off", relay::close, relay::open),
                new Fault("broker frozen", relay::freeze, relay::thaw),
                new Fault(influx == null ? "store stopped" : "store killed", () -> {
                    gate.behave(Behaviour.GONE);
                    stopStore();
                }, () -> {
                    startStore();
                    gate.behave(Behaviour.PASS);
                }),
                fault("store frozen", Behaviour.FROZEN), fault("answers of the store cut off", Behaviour.CUT),
                fault("network of the store slow", Behaviour.SLOW),
                new Fault("token changed", () -> gate.rotate("token-" + ++tokens), this::writeToken),
                new Fault("Redis stopped", redis::stop, redis::start));
    }

    private Fault fault(String name, Behaviour behaviour) {
        return new Fault(name, () -> gate.behave(behaviour), () -> gate.behave(Behaviour.PASS));
    }

    private void startStore() {
        if (influx == null) {
            questDb.start();
        } else {
            influx.start();
        }
    }

    private void stopStore() {
        if (influx == null) {
            questDb.stop();
        } else {
            influx.kill();
        }
    }

    private void writeToken() {
        try {
            Files.writeString(tokenFile, "token-" + tokens);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Has the faults happen while devices send, and compares the store with what they sent.
     *
     * @param seed of the order
     * @param length how long it takes at least; each fault comes once before any comes again
     * @param devices how many
     * @param rate messages a second of all together
     */
    public Report run(long seed, Duration length, int devices, double rate) throws IOException {
        List<Fault> plan = ChaosPlan.of(faults(), seed, length, away.plus(between));
        LoadGenerator generator = new LoadGenerator(new LoadOptions(broker.address(), null, null, "devices", devices,
                "chaos", List.of(PayloadShape.A, PayloadShape.B, PayloadShape.FIVE),
                Map.of(MessageKind.TELEMETRY, rate), Duration.ZERO, Duration.ofHours(24), 1, Math.min(4, devices),
                100_000, LIMIT, folder.resolve("ledger.json")));
        Instant begin = Instant.now();
        CompletableFuture<SentLedger> sending = CompletableFuture.supplyAsync(() -> send(generator),
                task -> new Thread(task, "load-generator").start());
        List<String> happened = new ArrayList<>();
        try {
            for (Fault fault : plan) {
                LockSupport.parkNanos(between.toNanos());
                happened.add(fault.name());
                fault.begin().run();
                LockSupport.parkNanos(away.toNanos());
                fault.end().run();
            }
            LockSupport.parkNanos(between.toNanos());
        } finally {
            generator.stop();
        }
        SentLedger ledger = sending.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
        return checked(ledger, begin, happened);
    }

    private static SentLedger send(LoadGenerator generator) {
        try {
            return generator.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Report checked(SentLedger ledger, Instant begin, List<String> happened) throws IOException {
        ingestion.awaitReady(LIMIT);
        List<String> services = List.of(ingestion.managementUrl());
        Checker checker = influx == null
                ? Checker.ofQuestDb(questDb.url(), services)
                : Checker.ofInfluxDb(influx.url(), StoreProcess.ORG, StoreProcess.BUCKET, StoreProcess.TOKEN, begin,
                        services);
        long end = System.nanoTime();
        CheckReport report = checker.check(ledger);
        while (!report.passed() && System.nanoTime() - end < LIMIT.toNanos()) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            report = checker.check(ledger);
        }
        return new Report(happened, report, Duration.ofNanos(System.nanoTime() - end), ledger.latency().max(),
                ingestion.log());
    }

    /**
     * What came of it.
     *
     * @param faults in the order in which they happened
     * @param check of the store and of ingestion's ledger
     * @param drained how long after the last message the store had all
     * @param slowestMicros longest time from a message to its acknowledgement
     * @param log of ingestion
     */
    public record Report(List<String> faults, CheckReport check, Duration drained, long slowestMicros, Path log) {}

    @Override
    public void close() {
        if (ingestion.isAlive()) {
            ingestion.stop(Duration.ofSeconds(20));
        }
        relay.close();
        gate.close();
        if (influx == null) {
            questDb.close();
        } else {
            influx.kill();
        }
        redis.close();
        broker.close();
    }
}
