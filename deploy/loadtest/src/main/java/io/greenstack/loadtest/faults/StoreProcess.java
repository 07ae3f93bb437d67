package io.greenstack.loadtest.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.Ports;

/** An InfluxDB 2 of which only the binary is there: a process with data of its own, which can be killed. */
final class StoreProcess {

    static final String ORG = "greenstack";
    static final String BUCKET = "device-telemetry";
    static final String TOKEN = "token-of-the-chaos-run";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SETUP = "{\"username\":\"chaos\",\"password\":\"chaos-of-a-run\",\"org\":\"" + ORG
            + "\",\"bucket\":\"" + BUCKET + "\",\"token\":\"" + TOKEN + "\"}";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = Ports.free();
    private final Path binary;
    private final Path folder;
    private Process process;

    StoreProcess(Path binary, Path folder) {
        this.binary = binary;
        this.folder = folder;
    }

    String url() {
        return "http://" + EmbeddedServer.HOST + ":" + port;
    }

    /** Returns when it answers; the first time it is set up. */
    void start() {
        boolean first = !Files.exists(folder);
        try {
            Files.createDirectories(folder);
            process = new ProcessBuilder(binary.toString(), "--bolt-path", folder.resolve("bolt").toString(),
                    "--sqlite-path", folder.resolve("sqlite").toString(), "--engine-path",
                    folder.resolve("engine").toString(), "--http-bind-address", EmbeddedServer.HOST + ":" + port,
                    "--reporting-disabled").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = System.nanoTime() + LIMIT.toNanos();
        while (status("/health", null) != 200) {
            if (System.nanoTime() - end > 0 || !process.isAlive()) {
                throw new IllegalStateException("InfluxDB does not start; see " + folder.resolve("log"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        if (first && status("/api/v2/setup", SETUP) != 201) {
            throw new IllegalStateException("InfluxDB cannot be set up; see " + folder.resolve("log"));
        }
    }

    private int status(String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(LIMIT);
        try {
            return http.send(
                    (body == null ? request : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** SIGKILL. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
