package io.greenstack.loadtest.ingestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.greenstack.loadtest.faults.StoreGate;
import io.greenstack.loadtest.generator.LoadOptions;
import io.greenstack.loadtest.generator.Options;
import io.greenstack.loadtest.generator.PayloadShape;
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

    private static final String USAGE = """
            Measures the packaged influx-ingestion beside a peer.
              --root=FOLDER              of the repository; .
              --broker=HOST:PORT         of a broker that is running; else the embedded one
              --influx=URL               of an InfluxDB 2 that is running, token in INFLUXDB_TOKEN; else an embedded QuestDB
              --org=NAME, --bucket=NAME  greenstack, device-telemetry
              --store-pid=N              process of that store, for its processor time
              --layouts=LIST             narrow,wide (narrow on QuestDB); none leaves ours out
              --peer=FILE                Telegraf; the one on the PATH, none if there is none
              --flush=LIST               100ms,1s of Telegraf; none leaves it out
              --devices=LIST             1,10,100,1000
              --shapes=LIST              five,a,b
              --rate=N                   40000 messages a second offered
              --duration=SECONDS         10 for each run
              --warm-up=SECONDS          5 before each run
              --rounds=N                 1
              --ceilings=true|false      true: first what broker and store can do alone
              --lag=true|false           false; true: a relay before the store notes the lag of every line
              --poison=N                 0; each how manieth message is malformed, in twenty ways; not for the peer
              --jvm=LIST                 options of ingestion's JVM; -Xmx154m,-XX:+UseSerialGC
            """;

    private final Path folder = Files.createTempDirectory("greenstack-ingestion");
    private final List<AutoCloseable> servers = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private final List<Contender> contenders = new ArrayList<>();
    private final List<Integer> devices = new ArrayList<>();
    private final List<PayloadShape> shapes;
    private final Duration duration;
    private final int rounds;
    private final boolean ceilings;
    private final String store;
    private final RigRun run;

    private IngestionRigMain(Options options) throws IOException {
        Path root = Path.of(options.text("root", System.getProperty("greenstack.root", ""))).toAbsolutePath();
        String broker = options.text("broker", null);
        String influx = options.text("influx", null);
        boolean questDb = influx == null;
        EmbeddedRedis redis = started(new EmbeddedRedis(ServerSettings.forTests("redis")));
        EmbeddedQuestDb quest = questDb ? started(new EmbeddedQuestDb(ServerSettings.forTests("questdb"))) : null;
        environment.put("REDIS_URL", redis.url());
        environment.put("MQTT_BROKER",
                broker == null ? started(new EmbeddedBroker(ServerSettings.forTests("broker"))).address() : broker);
        store = questDb ? quest.url() : influx.replaceAll("/$", "");
        boolean lag = options.text("lag", "false").equals("true");
        String token = Optional.ofNullable(System.getenv("INFLUXDB_TOKEN")).orElse("local");
        StoreGate tap = lag ? new StoreGate(store, token, token) : null;
        if (lag) {
            servers.add(tap);
        }
        environment.put("INFLUXDB_URL", lag ? tap.url() : store);
        environment.put("INFLUXDB_TOKEN", token);
        environment.put("INFLUXDB_ORG", options.text("org", "greenstack"));
        environment.put("INFLUXDB_BUCKET", options.text("bucket", "device-telemetry"));
        long storeProcess = questDb
                ? quest.processId().orElse(-1)
                : options.whole("store-pid", -1, -1, Integer.MAX_VALUE);
        contenders(options, root, questDb);
        for (String number : options.text("devices", "1,10,100,1000").split(",")) {
            devices.add(Integer.parseInt(number.strip()));
        }
        shapes = LoadOptions.shapes(options.text("shapes", "five,a,b"));
        duration = seconds(options, "duration", 10);
        rounds = options.whole("rounds", 1, 1, 100);
        ceilings = options.text("ceilings", "true").equals("true");
        run = new RigRun(environment.get("MQTT_BROKER"), new StoredNumbers(store, questDb,
                environment.get("INFLUXDB_ORG"), environment.get("INFLUXDB_BUCKET"), environment.get("INFLUXDB_TOKEN")),
                storeProcess, options.rate("rate", 40_000), duration, seconds(options, "warm-up", 5), tap,
                options.whole("poison", 0, 0, 1_000_000), new PoisonLetters(redis.url()));
        options.end();
    }

    private static Duration seconds(Options options, String name, double otherwise) {
        return Duration.ofMillis((long) (options.rate(name, otherwise) * 1000));
    }

    private void contenders(Options options, Path root, boolean questDb) {
        List<String> jvm = List.of(options.text("jvm", "-Xmx154m,-XX:+UseSerialGC").split(","));
        for (String layout : list(options.text("layouts", questDb ? "narrow" : "narrow,wide"))) {
            contenders.add(
                    new OurIngestion(root, folder, Place.valueOf(layout.toUpperCase(Locale.ROOT)), environment, jvm));
        }
        String peer = options.text("peer", Telegraf.onPath().map(Path::toString).orElse(""));
        for (String flush : list(options.text("flush", "100ms,1s"))) {
            if (!peer.isEmpty()) {
                contenders.add(new Telegraf(Path.of(peer), folder, environment, flush));
            }
        }
    }

    private static List<String> list(String text) {
        return text.equals("none") ? List.of() : List.of(text.split(","));
    }

    private <S extends EmbeddedServer> S started(S server) {
        servers.add(server::close);
        server.start();
        return server;
    }

    public static void main(String... arguments) throws Exception {
        try {
            System.exit(new IngestionRigMain(new Options(arguments)).run() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private boolean run() throws Exception {
        boolean complete = true;
        try {
            if (ceilings) {
                Ceilings.print(environment, store, duration);
            }
            System.out.println(RigResult.header());
            for (int round = 0; round < rounds; round++) {
                for (PayloadShape shape : shapes) {
                    for (int count : devices) {
                        for (Contender contender : contenders) {
                            RigResult result = run.measured(contender, count, shape);
                            System.out.println(result.row());
                            complete &= result.missing() == 0;
                        }
                    }
                }
            }
            System.out.println("Logs: " + folder);
        } finally {
            for (AutoCloseable server : servers) {
                server.close();
            }
        }
        return complete;
    }
}
