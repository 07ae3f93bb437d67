package io.greenstack.localstack.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

import redis.embedded.core.ExecutableProvider;

/**
 * Redis 6.2 as a child process. With lasting settings every write goes to the append-only file within a second; with
 * temporary ones nothing is written to disk.
 */
public final class EmbeddedRedis implements EmbeddedServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String PROGRAM = "redis-server";
    private static final int SOCKET_MILLIS = 2_000;

    private final ServerSettings settings;
    private Process process;

    public EmbeddedRedis(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        Folders.create(settings.folder());
        Orphans.stop(pidFile(), PROGRAM);
        Path log = settings.folder().resolve("redis.log");
        try {
            process = new ProcessBuilder(Detached.command(arguments()))
                    .directory(settings.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new ServerException("Redis could not be started: " + e.getMessage(), e);
        }
        Process started = process;
        boolean up = Waiting.until(START_LIMIT, () -> !started.isAlive() || answers());
        if (!up || !started.isAlive()) {
            stop();
            throw new ServerException("Redis did not start on port " + settings.port() + ", see " + log);
        }
    }

    private List<String> arguments() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                binary().toString(), "--port", Integer.toString(settings.port()), "--bind", HOST, "--dir",
                settings.folder().toString(), "--daemonize", "no", "--databases", "16", "--pidfile",
                pidFile().toString()));
        if (settings.temporary()) {
            arguments.addAll(List.of("--appendonly", "no", "--save", ""));
        } else {
            arguments.addAll(List.of("--appendonly", "yes", "--appendfsync", "everysec", "--save", "300 1"));
        }
        return arguments;
    }

    private Path pidFile() {
        return settings.folder().resolve("redis.pid");
    }

    /** The server binary of this platform, unpacked from its jar once. */
    private Path binary() throws IOException {
        String suffix = File.separatorChar == '\\' ? ".exe" : "";
        Path binary = settings.folder().resolve("redis-server" + suffix);
        if (!Files.isExecutable(binary)) {
            File unpacked = ExecutableProvider.newJarResourceProvider().get();
            Files.copy(unpacked.toPath(), binary, StandardCopyOption.REPLACE_EXISTING);
            binary.toFile().setExecutable(true);
            unpacked.delete();
            unpacked.getParentFile().delete();
            if (!Waiting.until(START_LIMIT, () -> canRun(binary))) {
                throw new IOException(binary + " cannot be run on this machine");
            }
        }
        return binary;
    }

    /**
     * Whether the binary can be executed. Just after it was written it may not ("text file busy"): a process that another
     * thread forks at that moment holds the file open for writing until it runs its own program.
     */
    private static boolean canRun(Path binary) {
        try {
            Process version = new ProcessBuilder(binary.toString(), "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return version.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean answers() {
        try {
            return "+PONG".equals(command("PING"));
        } catch (IOException e) {
            return false;
        }
    }

    String command(String line) throws IOException {
        try (Socket socket = new Socket(HOST, settings.port())) {
            socket.setSoTimeout(SOCKET_MILLIS);
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    /**
     * Removes every key of every database.
     *
     * @throws ServerException when the server does not answer
     */
    public void flush() {
        try {
            command("FLUSHALL");
        } catch (IOException e) {
            throw new ServerException("Redis does not answer on port " + settings.port(), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public int port() {
        return settings.port();
    }

    /** Address as clients want it: {@code redis://127.0.0.1:port/0}. */
    public String url() {
        return "redis://" + HOST + ":" + settings.port() + "/0";
    }

    @Override
    public synchronized OptionalLong processId() {
        return isRunning() ? OptionalLong.of(process.pid()) : OptionalLong.empty();
    }

    @Override
    public void close() {
        stop();
        if (settings.temporary()) {
            Folders.delete(settings.folder());
        }
    }
}
