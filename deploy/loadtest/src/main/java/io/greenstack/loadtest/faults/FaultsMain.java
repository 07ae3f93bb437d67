package io.greenstack.loadtest.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.greenstack.loadtest.check.Finding;
import io.greenstack.loadtest.check.MarkdownReport;
import io.greenstack.loadtest.generator.LoadOptions;
import io.greenstack.loadtest.generator.MessageKind;
import io.greenstack.loadtest.generator.Options;
import io.greenstack.loadtest.generator.PayloadShape;
import io.greenstack.localstack.server.EmbeddedBroker;
import io.greenstack.localstack.server.EmbeddedPostgres;
import io.greenstack.localstack.server.EmbeddedQuestDb;
import io.greenstack.localstack.server.EmbeddedRedis;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.ServerSettings;
import io.greenstack.localstack.suite.PackagedStack;

/**
 * {@code -Pfaults}: the fault matrix in its long form, each fault with devices of its own. Starts the packaged services on
 * embedded servers whose data are lasting, so it needs the packages and the classes of this repository. Exit code 0 = nothing
 * is wrong, 1 = something is, 2 = wrong options.
 */
public final class FaultsMain {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String USAGE = """
            Has every part of the suite fail while devices send, and prints what was lost.
              --root=FOLDER              of the repository; .
              --devices=N                200
              --telemetry=RATE           500 messages a second over all devices
              --others=RATE              50 a second of each other kind: status, registration, report, event
              --away=SECONDS             15
              --between=SECONDS          5, before and after each fault
              --only=TEXT                faults whose name contains it, like broker
              --chaos=MINUTES            all of them in random order for so long, in one run with one set of devices
              --seed=N                   of that order; printed, so that a run can be repeated
              --ingestion=true           with --chaos: influx-ingestion alone between a broker and a store that fail in ten ways
              --influxd=FILE             with that: an InfluxDB 2 in place of QuestDB
            """;

    private final Options options;

    private FaultsMain(Options options) {
        this.options = options;
    }

    public static void main(String... arguments) throws IOException {
        try {
            System.exit(new FaultsMain(new Options(arguments)).run() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private boolean run() throws IOException {
        Path root = Path.of(options.text("root", System.getProperty("greenstack.root", ""))).toAbsolutePath();
        int devices = options.whole("devices", 200, 1, 10_000);
        double telemetry = options.rate("telemetry", 500);
        double others = options.rate("others", 50);
        Duration away = Duration.ofMillis((long) (options.rate("away", 15) * 1000));
        Duration between = Duration.ofMillis((long) (options.rate("between", 5) * 1000));
        String only = options.text("only", "").toLowerCase(Locale.ROOT);
        int minutes = options.whole("chaos", 0, 0, 1_440);
        int seed = options.whole("seed", (int) (System.nanoTime() & 0xFFFFFF), 0, Integer.MAX_VALUE);
        boolean alone = options.text("ingestion", "false").equals("true");
        String influxd = options.text("influxd", null);
        options.end();
        if (alone) {
            return ingestion(root, influxd == null ? null : Path.of(influxd), away, between, seed,
                    Duration.ofMinutes(Math.max(1, minutes)), devices, telemetry);
        }
        Path folder = Files.createTempDirectory("greenstack-faults");
        List<String> failures = new ArrayList<>();
        try (PackagedStack stack = new PackagedStack(servers(folder), root, folder.resolve("logs"),
                Map.of("GREENSTACK_RATE_LIMIT", "100000", "GREENSTACK_RATE_BURST", "100000"))) {
            stack.start();
            System.out.println(header());
            int index = 1;
            List<Fault> faults = Fault.all(stack).stream()
                    .filter(fault -> fault.name().toLowerCase(Locale.ROOT).contains(only)).toList();
            if (minutes > 0) {
                System.out.println("Random order of seed " + seed);
                FaultReport report = new FaultRun(stack, load(stack, devices, "chaos", telemetry, others, folder), away,
                        between, LIMIT)
                        .run(ChaosPlan.of(faults, seed, Duration.ofMinutes(minutes), away.plus(between)));
                report.rows().forEach(row -> System.out.println(row(report, row)));
                if (!report.passed()) {
                    failures.add(MarkdownReport.of(report.check()));
                }
            } else {
                for (Fault fault : faults) {
                    LoadOptions load = load(stack, devices, "fault" + index++, telemetry, others, folder);
                    FaultReport report = new FaultRun(stack, load, away, between, LIMIT).run(List.of(fault));
                    System.out.println(row(report, report.rows().get(0)));
                    if (!report.passed()) {
                        failures.add(MarkdownReport.of(report.check()));
                    }
                }
            }
        }
        failures.forEach(System.out::println);
        System.out.println("Logs: " + folder.resolve("logs"));
        return failures.isEmpty();
    }

    private static boolean ingestion(Path root, Path influxd, Duration away, Duration between, int seed,
            Duration length, int devices, double rate) throws IOException {
        System.out.println("Random order of seed " + seed);
        try (IngestionChaos chaos = new IngestionChaos(root, influxd, away, between)) {
            IngestionChaos.Report report = chaos.run(seed, length, devices, rate);
            System.out.printf(Locale.ROOT,
                    "%d faults: %s%nThe store had all %.1f s after the end; longest acknowledgement %.1f s%n%s%n",
                    report.faults().size(), String.join(", ", report.faults()), report.drained().toMillis() / 1e3,
                    report.slowestMicros() / 1e6, MarkdownReport.of(report.check()));
            System.out.println("Log: " + report.log());
            return report.check().passed();
        }
    }

    private static LocalServers servers(Path folder) {
        return new LocalServers(new EmbeddedPostgres(settings(folder, "postgres")),
                new EmbeddedRedis(settings(folder, "redis")), new EmbeddedBroker(settings(folder, "broker")),
                new EmbeddedQuestDb(settings(folder, "questdb")));
    }

    private static ServerSettings settings(Path folder, String name) {
        return ServerSettings.lasting(folder.resolve(name), Ports.free());
    }

    private static LoadOptions load(PackagedStack stack, int devices, String name, double telemetry, double others,
            Path folder) {
        return new LoadOptions(stack.servers().broker().address(), null, null, "devices", devices, name,
                List.of(PayloadShape.values()),
                Map.of(MessageKind.TELEMETRY, telemetry, MessageKind.STATUS, others, MessageKind.REGISTER, others,
                        MessageKind.REPORTED, others, MessageKind.EVENT, others),
                LIMIT, Duration.ofMinutes(30), 1, 8, 100_000, LIMIT, folder.resolve(name + ".json"));
    }

    private static String header() {
        return "| fault | away | live view right after | slowest health | messages | lost | doubled | out of order | dead letters |"
                + " ledgers add up |\n|---|---|---|---|---|---|---|---|---|---|";
    }

    private static String row(FaultReport report, FaultReport.Row row) {
        List<Finding> findings = report.check().findings();
        return String.format(Locale.ROOT, "| %s | %.1f s | %.1f s | %.2f s | %d | %d | %d | %d | %d | %s |",
                row.fault(),
                row.away().toMillis() / 1000.0, row.recovery().toMillis() / 1000.0,
                row.health().toMillis() / 1000.0, report.check().sent(),
                findings.stream().mapToInt(finding -> finding.missing().size()).sum(),
                findings.stream().mapToInt(finding -> finding.doubled().size()).sum(),
                findings.stream().mapToInt(finding -> finding.outOfOrder().size() + finding.unknown().size()).sum(),
                report.check().deadLetters().size() + report.earlierDeadLetters().size(),
                report.check().services().stream().allMatch(ledger -> ledger.balanced() && ledger.inFlight() == 0)
                        ? "yes"
                        : "NO");
    }
}
