package io.greenstack.loadtest.ingestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;

import io.greenstack.loadtest.generator.LoadGenerator;
import io.greenstack.loadtest.generator.LoadOptions;
import io.greenstack.loadtest.generator.MessageKind;
import io.greenstack.loadtest.generator.Options;
import io.greenstack.loadtest.generator.PayloadShape;
import io.greenstack.loadtest.generator.SentLedger;
import io.greenstack.loadtest.generator.SentSeries;
import io.greenstack.loadtest.ingestion.Contender.Place;
import io.greenstack.localstack.server.EmbeddedBroker;
import io.greenstack.localstack.server.EmbeddedQuestDb;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.ServerSettings;

/**
 * {@code -Pingestion}: has devices send the same messages to influx-ingestion and to a peer, one after the other and in turns, on the
 * same broker and store, and prints for each run what came of it. Exit code 0 = every message was stored, 1 = some was not, 2 =
 * wrong options.
 */
public final class IngestionRigMain {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long QUIET_NANOS = Duration.ofSeconds(15).toNanos();
    private static final String USAGE = """
            Measures the packaged influx-ingestion beside a peer.
              --root=FOLDER              of the repository; .
              --broker=HOST:PORT         of a broker that is running; else the embedded one
              --influx=URL               of an InfluxDB 2 that is running, token in INFLUXDB_TOKEN; else an embedded QuestDB
              --org=NAME, --bucket=NAME  greenstack, device-telemetry
              --store-pid=N              process of that store, for its processor time
              --layouts=LIST             narrow,wide (narrow on QuestDB)
              --peer=FILE                Telegraf; the one on the PATH, none if there is none
              --flush=LIST               100ms,1s of Telegraf
              --devices=LIST             1,10,100,1000
              --shapes=LIST              five,a,b
              --rate=N                   40000 messages a second offered
              --duration=SECONDS         10 for each run
              --warm-up=SECONDS          5 before each run
              --rounds=N                 1
              --jvm=LIST                 options of ingestion's JVM; -Xmx256m,-XX:+UseSerialGC
            """;

    private final Path folder = Files.createTempDirectory("greenstack-ingestion");
    private final List<EmbeddedServer> servers = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final List<Contender> contenders = new ArrayList<>();
    private final List<Integer> devices = new ArrayList<>();
    private final List<PayloadShape> shapes;
    private final double rate;
    private final Duration duration;
    private final Duration warmUp;
    private final int rounds;
    private final boolean questDb;
    private final StoredNumbers stored;
    private final long storeProcess;
    private int runs;

    private IngestionRigMain(Options options) throws IOException {
        Path root = Path.of(options.text("root", System.getProperty("greenstack.root", ""))).toAbsolutePath();
        String broker = options.text("broker", null);
        String influx = options.text("influx", null);
        questDb = influx == null;
        EmbeddedRedis redis = started(new EmbeddedRedis(ServerSettings.forTests("redis")));
        EmbeddedQuestDb quest = questDb ? started(new EmbeddedQuestDb(ServerSettings.forTests("questdb"))) : null;
        environment.put("REDIS_URL", redis.url());
        environment.put("MQTT_BROKER",
                broker == null ? started(new EmbeddedBroker(ServerSettings.forTests("broker"))).address() : broker);
        environment.put("INFLUXDB_URL", questDb ? quest.url() : influx.replaceAll("/$", ""));
        environment.put("INFLUXDB_TOKEN", Optional.ofNullable(System.getenv("INFLUXDB_TOKEN")).orElse("local"));
        environment.put("INFLUXDB_ORG", options.text("org", "greenstack"));
        environment.put("INFLUXDB_BUCKET", options.text("bucket", "device-telemetry"));
        stored = new StoredNumbers(environment.get("INFLUXDB_URL"), questDb, environment.get("INFLUXDB_ORG"),
                environment.get("INFLUXDB_BUCKET"), environment.get("INFLUXDB_TOKEN"));
        storeProcess = questDb ? quest.processId().orElse(-1) : options.whole("store-pid", -1, -1, Integer.MAX_VALUE);
        List<String> jvm = List.of(options.text("jvm", "-Xmx256m,-XX:+UseSerialGC").split(","));
        for (String layout : options.text("layouts", questDb ? "narrow" : "narrow,wide").split(",")) {
            contenders.add(
                    new OurIngestion(root, folder, Place.valueOf(layout.toUpperCase(Locale.ROOT)), environment, jvm));
        }
        String peer = options.text("peer", Telegraf.onPath().map(Path::toString).orElse(""));
        for (String flush : options.text("flush", "100ms,1s").split(",")) {
            if (!peer.isEmpty()) {
                contenders.add(new Telegraf(Path.of(peer), folder, environment, flush));
            }
        }
        for (String number : options.text("devices", "1,10,100,1000").split(",")) {
            devices.add(Integer.parseInt(number.strip()));
        }
        shapes = LoadOptions.shapes(options.text("shapes", "five,a,b"));
        rate = options.rate("rate", 40_000);
        duration = Duration.ofMillis((long) (options.rate("duration", 10) * 1000));
        warmUp = Duration.ofMillis((long) (options.rate("warm-up", 5) * 1000));
        rounds = options.whole("rounds", 1, 1, 100);
        options.end();
    }

    private <S extends EmbeddedServer> S started(S server) {
        servers.add(server);
        server.start();
        return server;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            System.exit(new IngestionRigMain(new Options(arguments)).run() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        boolean complete = true;
        try {
            ceilings();
            System.out.println(RigResult.header());
            for (int round = 0; round < rounds; round++) {
                for (PayloadShape shape : shapes) {
                    for (int count : devices) {
                        for (Contender contender : contenders) {
                            RigResult result = measured(contender, count, shape);
                            System.out.println(result.row());
                            complete &= result.missing() == 0;
                        }
                    }
                }
            }
        } finally {
            servers.forEach(EmbeddedServer::close);
        }
        return complete;
    }

    private void ceilings() throws IOException, InterruptedException {
        String broker = environment.get("MQTT_BROKER");
        int colon = broker.lastIndexOf(':');
        try (Ceilings.NullSubscriber subscriber = new Ceilings.NullSubscriber(broker.substring(0, colon),
                Integer.parseInt(broker.substring(colon + 1)))) {
            long begin = System.nanoTime();
            long sent = acknowledged(send("null", 100, PayloadShape.FIVE, duration));
            long before = -1;
            long grown = begin;
            while (subscriber.received() > before && before < sent) {
                before = subscriber.received();
                grown = System.nanoTime();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
            System.out.printf(Locale.ROOT, "Broker to a null subscriber: %,.0f messages/s (%,d of %,d)%n",
                    subscriber.received() * 1e9 / (grown - begin), subscriber.received(), sent);
        }
        for (int fields : new int[]{1, 5}) {
            System.out.printf(Locale.ROOT, "Store, ready lines of %d fields: %,.0f lines/s%n", fields,
                    Ceilings.linesPerSecond(environment, fields, duration));
        }
    }

    private RigResult measured(Contender contender, int count, PayloadShape shape)
            throws IOException, InterruptedException {
        contender.start();
        try {
            if (!warmUp.isZero()) {
                Instant since = Instant.now();
                String name = "warm" + ++runs;
                awaited(contender, name, since, acknowledged(send(name, count, shape, warmUp)), new AtomicLong());
            }
            String name = "run" + ++runs;
            Instant since = Instant.now();
            double consumer = Usage.seconds(contender.processId());
            double store = Usage.seconds(storeProcess);
            AtomicLong resident = new AtomicLong();
            long begin = System.nanoTime();
            long sent = acknowledged(send(name, count, shape, duration));
            long[] arrived = awaited(contender, name, since, sent, resident);
            double millions = Math.max(1, arrived[0]) * shape.numbers() / 1e6;
            return new RigResult(contender.name(), count, shape.label(), sent, sent - arrived[0],
                    arrived[0] * 1e9 / Math.max(1, arrived[1] - begin),
                    (Usage.seconds(contender.processId()) - consumer) / millions,
                    storeProcess <= 0 ? -1 : (Usage.seconds(storeProcess) - store) / millions, resident.get());
        } finally {
            contender.stop();
            forget(contender.clientId());
        }
    }

    /** How many the store has in the end, and when that was so. */
    private long[] awaited(Contender contender, String name, Instant since, long sent, AtomicLong resident)
            throws IOException {
        long has = 0;
        long grown = System.nanoTime();
        while (has < sent && System.nanoTime() - grown < QUIET_NANOS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            resident.accumulateAndGet(Usage.megabytes(contender.processId()), Math::max);
            long now = stored.of(name, contender.place(), since.minusSeconds(5));
            if (now > has) {
                has = now;
                grown = System.nanoTime();
            }
        }
        return new long[]{has, grown};
    }

    private SentLedger send(String name, int count, PayloadShape shape, Duration length) throws InterruptedException {
        return new LoadGenerator(new LoadOptions(environment.get("MQTT_BROKER"), null, null, "devices", count, name,
                List.of(shape), Map.of(MessageKind.TELEMETRY, rate), Duration.ZERO, length, 1, Math.min(2, count),
                50_000,
                LIMIT, folder.resolve("ledger.json"))).run();
    }

    private static long acknowledged(SentLedger sent) {
        long count = 0;
        for (SentLedger.DeviceLedger device : sent.devices()) {
            SentSeries telemetry = device.kinds().get(MessageKind.TELEMETRY.label());
            count += telemetry == null ? 0 : telemetry.sent() - telemetry.unacknowledged().size();
        }
        return count;
    }

    /** Ends the session of a contender, so that the broker keeps nothing for it while the next one is measured. */
    private void forget(String clientId) {
        String broker = environment.get("MQTT_BROKER");
        int colon = broker.lastIndexOf(':');
        var client = Mqtt3Client.builder().serverHost(broker.substring(0, colon))
                .serverPort(Integer.parseInt(broker.substring(colon + 1))).identifier(clientId).buildBlocking();
        client.connectWith().cleanSession(true).send();
        client.disconnect();
    }
}
