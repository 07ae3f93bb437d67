package io.greenstack.localstack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import io.greenstack.localstack.server.ServerException;

/**
 * Starts the whole suite and runs until it is stopped (Ctrl-C, SIGTERM) or a part of it fails.
 * <p>
 * Exit codes: 0 or the signal's after a stop, 1 when a part failed, 2 for a wrong option, a taken port or a data folder
 * in use; then nothing was started.
 */
public final class SuiteMain {

    private SuiteMain() {}

    public static void main(String[] arguments) {
        long startNanos = System.nanoTime() - ManagementFactory.getRuntimeMXBean().getUptime()
                * TimeUnit.MILLISECONDS.toNanos(1);
        PrintStream out = System.out;
        Console console = new Console(out, startNanos);
        try {
            run(console);
        } catch (SuiteException e) {
            fail(console, e.exitCode(), e.getMessage());
        } catch (ServerException e) {
            fail(console, SuiteException.FAILURE, e.getMessage());
        } catch (IOException | CompletionException e) {
            fail(console, SuiteException.FAILURE, e.toString());
        }
    }

    private static void run(Console console) throws IOException {
        SuiteOptions options = SuiteOptions.of(System.getProperties());
        DataFolder folder = DataFolder.open(options.data());
        new PortCheck().require(options);
        folder.rotateLogs();
        logTo(options.logs().resolve("launcher.log"));
        console.print("Starting GreenStack; data and logs in " + options.data());
        Suite suite = new Suite(options, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, console), "suite-stop"));
        if (options.parent() > 0) {
            ProcessHandle.of(options.parent())
                    .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(SuiteException.FAILURE)));
        }
        try {
            suite.start();
            console.print(suite.screen());
        } catch (SuiteException | ServerException | IOException e) {
            if (suite.isStopping()) {
                return;
            }
            throw e;
        }
        fail(console, SuiteException.FAILURE, suite.awaitFailure());
    }

    /** The libraries of the embedded servers write to a file; the console is for people. */
    private static void logTo(Path file) throws IOException {
        PrintStream log = new PrintStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true,
                StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(log);
    }

    private static void stop(Suite suite, Console console) {
        console.print("");
        console.print("Stopping GreenStack ...");
        long start = System.nanoTime();
        suite.stop();
        console.print(String.format(Locale.ROOT, "Stopped in %.1f s. The data are kept.",
                (System.nanoTime() - start) / 1e9));
    }

    private static void fail(Console console, int exitCode, String message) {
        console.print("");
        console.print("GreenStack stops because of this:");
        console.print(message);
        System.exit(exitCode);
    }
}
