package io.greenstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.greenstack.localstack.master.StubDevice;
import io.greenstack.localstack.master.StubMaster;
import io.greenstack.localstack.suite.SampleDevices;

/**
 * The web UI in a headless Chromium against the packaged suite: the steps of {@code npm run e2e}, with axe on every page in both
 * schemes. It is skipped, saying so, where the UI was left out of the build, or Node.js or a Chromium is missing.
 */
class WebUiIT {

    /** What takes about a minute; the environment variable GREENSTACK_E2E names other parts, and all of them if it is empty. */
    private static final String PARTS = "alarms,keyboard,rights";
    private static final Duration REGISTERED = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofMinutes(25);
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable");

    @Test
    void people_work_with_it() throws Exception {
        PackagedSuite suite = PackagedSuite.running();
        Path service = suite.root().resolve("api-service");
        Path webui = service.resolve("src/main/webui");
        if (!Files.exists(service.resolve("target/classes/META-INF/resources/index.html"))) {
            abort("The web UI was left out of the build, so it is not tried");
        }
        if (!Files.isDirectory(webui.resolve("node_modules/playwright-core"))) {
            abort("The packages of the web UI are not there (npm ci), so it is not tried");
        }
        String node = node(service);
        String browser = Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), BROWSERS.stream())
                .filter(path -> Files.exists(Path.of(path))).findFirst().orElse(null);
        if (node == null || browser == null) {
            abort("The web UI is not tried: no " + (node == null ? "Node.js" : "Chromium (CHROMIUM names one)")
                    + " on this machine");
        }
        SampleDevices samples = new SampleDevices(suite.client(), suite.samples());
        samples.importAll();
        List<SampleDevices.SimulatedSample> devices = samples.simulated();
        for (SampleDevices.SimulatedSample device : devices) {
            samples.simulate(device);
        }
        await().atMost(REGISTERED).until(() -> devices.stream().allMatch(samples::isRegistered));
        try (StubMaster master = new StubMaster("4712", 4)) {
            master.plug(1, new StubDevice(65535, 100, "TP100", "UI1",
                    reading -> String.format("%04X023402", 200 + reading % 50), "00").with(65, "000A"));
            master.plug(2, new StubDevice(65535, 64998, "Nobody", "UI2", reading -> "01", null));
            run(node, browser, webui, suite.api().url(), master.address());
        }
    }

    private static void run(String node, String browser, Path webui, String url, String master) throws Exception {
        Path log = Path.of("target/e2e.log").toAbsolutePath();
        Process process = start(node, browser, webui, url, master, log);
        try {
            boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            String text = Files.readString(log);
            System.out.println(text);
            assertThat(ended).as("the end-to-end tests end within %s", LIMIT).isTrue();
            assertThat(process.exitValue()).as(text).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String node, String browser, Path webui, String url, String master, Path log)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(node, "e2e/run.mjs", "--url", url, "--master", master, "--width",
                "desktop", "--only",
                Objects.requireNonNullElse(System.getenv("GREENSTACK_E2E"), PARTS), "--out",
                Path.of("target/e2e").toAbsolutePath().toString()).directory(webui.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CHROMIUM", browser);
        return builder.start();
    }

    /** The Node.js on the path, or the one that the build has fetched. */
    private static String node(Path service) {
        Stream<Path> onPath = Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "node"));
        return Stream.concat(onPath, Stream.of(service.resolve("target/node/runtime/package/bin/node")))
                .filter(Files::isExecutable).map(Path::toString).findFirst().orElse(null);
    }
}
