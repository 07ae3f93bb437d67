package io.greenstack.localstack.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.greenstack.localstack.server.Detached;

/** A packaged service that runs as a process of its own; its output goes to a log file. */
public final class ServiceProcess {

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(2);
    private static final long POLL_NANOS = 100_000_000L;
    private static final int TAIL_LINES = 15;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(REQUEST_LIMIT).build();

    private final ServiceSpec spec;
    private Process process;

    public ServiceProcess(ServiceSpec spec) {
        this.spec = spec;
    }

    public String name() {
        return spec.name();
    }

    /** Address of the service, without a path. */
    public String url() {
        return spec.url();
    }

    /** Address under which health and metrics are asked for, without a path. */
    public String managementUrl() {
        return spec.managementUrl();
    }

    public Path log() {
        return spec.log();
    }

    /**
     * Starts the process and returns at once; what the log file held before stays.
     *
     * @throws SuiteException when there is no package or no process can be started
     */
    public synchronized void start() {
        if (!Files.isRegularFile(spec.program())) {
            throw new SuiteException(SuiteException.FAILURE,
                    name() + " is not built: " + spec.program() + " is missing");
        }
        ProcessBuilder builder = new ProcessBuilder(Detached.command(spec.command())).directory(spec.folder().toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        spec.applyTo(builder.environment());
        try {
            Files.createDirectories(spec.log().getParent());
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new SuiteException(SuiteException.FAILURE, name() + " cannot be started: " + e.getMessage());
        }
    }

    /**
     * Waits until the service says it is ready.
     *
     * @throws SuiteException when the process ends before, or the time is over; with the end of its log
     */
    public void awaitReady(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new SuiteException(SuiteException.FAILURE, obituary());
            }
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new SuiteException(SuiteException.FAILURE, name() + " is not ready after " + limit.toSeconds()
                        + " s (" + spec.readiness() + ")." + System.lineSeparator() + lastLines());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Whether the readiness endpoint answers 200 now. */
    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(spec.readiness())).timeout(REQUEST_LIMIT).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Process id; only after {@link #start()}. */
    public synchronized long processId() {
        return process.pid();
    }

    /** Completes when the process has ended. */
    public synchronized CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** What happened to a process that ended by itself: its exit code and the end of its log. */
    public synchronized String obituary() {
        return name() + " (process " + process.pid() + ") ended with exit code " + process.exitValue() + "."
                + System.lineSeparator() + lastLines();
    }

    private String lastLines() {
        StringBuilder text = new StringBuilder("Last lines of " + spec.log() + ":");
        for (String line : LogTail.of(spec.log(), TAIL_LINES)) {
            text.append(System.lineSeparator()).append("    ").append(line);
        }
        return text.toString();
    }

    /** Asks the process to end (SIGTERM) and waits; kills it when the time is over. Does nothing without a process. */
    public void stop(Duration limit) {
        Process running = current();
        if (running == null) {
            return;
        }
        running.destroy();
        await(running, limit);
    }

    /** Kills the process (SIGKILL) and waits until it is gone. */
    public void kill() {
        Process running = current();
        if (running != null) {
            running.destroyForcibly();
            await(running, Duration.ofSeconds(10));
        }
    }

    private synchronized Process current() {
        return process;
    }

    private static void await(Process running, Duration limit) {
        try {
            if (!running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The log file as text, for checks. */
    public String logText() throws IOException {
        return Files.readString(spec.log(), StandardCharsets.UTF_8);
    }
}
