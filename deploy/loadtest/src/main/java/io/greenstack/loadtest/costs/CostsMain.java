package io.greenstack.loadtest.costs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.greenstack.loadtest.generator.LoadGenerator;
import io.greenstack.loadtest.generator.LoadOptions;
import io.greenstack.loadtest.generator.MessageKind;
import io.greenstack.loadtest.generator.Options;
import io.greenstack.loadtest.generator.PayloadShape;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;

/**
 * {@code -Pcosts}: what the packaged services take: time to start, memory, processor time at rest, with three devices that send
 * once a second, and for 10,000 messages. With {@code -Pnative,costs} the native executables. Exit code 2 = wrong options.
 */
public final class CostsMain {

    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int FEW = 3;
    private static final int MANY = 20;
    private static final int MESSAGES = 10_000;
    private static final int RATE = 500;
    private static final String USAGE = """
            Prints what the packaged services cost.
              --root=FOLDER              of the repository; .
              --rest=SECONDS             60, how long each state is watched
              --settle=SECONDS           30, before each of them
            """;

    private final Path folder = Files.createTempDirectory("greenstack-costs");
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();
    private final Path root;
    private final Duration rest;
    private final Duration settle;

    private CostsMain(Options options) throws IOException {
        root = Path.of(options.text("root", System.getProperty("greenstack.root", ""))).toAbsolutePath();
        rest = Duration.ofSeconds(options.whole("rest", 60, 1, 86_400));
        settle = Duration.ofSeconds(options.whole("settle", 30, 0, 3_600));
        options.end();
    }

    public static void main(String... arguments) throws Exception {
        try {
            new CostsMain(new Options(arguments)).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        try (PackagedStack stack = new PackagedStack(LocalServers.forTests(), root, folder,
                Map.of("QUARKUS_OTEL_SDK_DISABLED", "true"))) {
            stack.start();
            for (ServiceProcess service : stack.services()) {
                add(service.name(), "%s s", started(service));
                add(service.name(), "%d MB", resident(service));
            }
            watch(stack, () -> TimeUnit.SECONDS.sleep(rest.toSeconds()));
            watch(stack, () -> new LoadGenerator(load(stack, "few", FEW, FEW, rest)).run());
            TimeUnit.SECONDS.sleep(settle.toSeconds());
            ProcessorTime before = ProcessorTime.of(stack);
            new LoadGenerator(load(stack, "many", MANY, RATE, Duration.ofSeconds(MESSAGES / RATE))).run();
            TimeUnit.SECONDS.sleep(settle.toSeconds());
            ProcessorTime after = ProcessorTime.of(stack);
            for (ServiceProcess service : stack.services()) {
                add(service.name(), "%.2f s", after.since(before, service.name()));
                add(service.name(), "%d MB", resident(service));
            }
        }
        System.out.println("| part | started in | memory then | processor at rest | with three devices | for "
                + MESSAGES + " messages | memory then |\n|---|---|---|---|---|---|---|");
        rows.forEach((part, row) -> System.out.println("| " + part + " |" + row));
    }

    /** Something that takes as long as it is watched. */
    private interface Something {

        void happen() throws InterruptedException;
    }

    private void watch(PackagedStack stack, Something something) throws InterruptedException {
        TimeUnit.SECONDS.sleep(settle.toSeconds());
        ProcessorTime before = ProcessorTime.of(stack);
        long start = System.nanoTime();
        something.happen();
        ProcessorTime after = ProcessorTime.of(stack);
        double seconds = (System.nanoTime() - start) / 1e9;
        for (String part : after.seconds().keySet()) {
            if (!rows.containsKey(part)) {
                add(part, "%s | ", "");
            }
            add(part, "%.2f %%", 100 * after.since(before, part) / seconds);
        }
    }

    private void add(String part, String format, Object value) {
        rows.computeIfAbsent(part, name -> new StringBuilder()).append(' ')
                .append(String.format(Locale.ROOT, format, value)).append(" |");
    }

    private static String started(ServiceProcess service) throws IOException {
        Matcher matcher = STARTED.matcher(service.logText());
        return matcher.find() ? matcher.group(1) : "?";
    }

    private static long resident(ServiceProcess service) throws IOException {
        Matcher matcher = RESIDENT
                .matcher(Files.readString(Path.of("/proc", Long.toString(service.processId()), "status")));
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024 : -1;
    }

    private LoadOptions load(PackagedStack stack, String name, int devices, double rate, Duration duration) {
        return new LoadOptions(stack.servers().broker().address(), null, null, "devices", devices, name,
                List.of(PayloadShape.values()), Map.of(MessageKind.TELEMETRY, rate), Duration.ZERO, duration, 1, 1,
                1_000, LIMIT, folder.resolve(name + ".json"));
    }
}
