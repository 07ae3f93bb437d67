package io.greenstack.localstack.server;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One Kafka broker that is its own controller (KRaft), as a child process with the class path of this JVM; whoever uses it has
 * {@code org.apache.kafka:kafka_2.13} on it. Topics come into being by their first use.
 */
public final class EmbeddedKafka implements EmbeddedServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final ServerSettings settings;
    private final Map<String, String> more;
    private final Map<String, String> container;
    private final int controller = Ports.free();
    private Process process;

    /** @param more settings of the broker on top of those that it needs */
    public EmbeddedKafka(ServerSettings settings, Map<String, String> more) {
        this(settings, more, Map.of());
    }

    private EmbeddedKafka(ServerSettings settings, Map<String, String> more, Map<String, String> container) {
        this.settings = settings;
        this.more = Map.copyOf(more);
        this.container = Map.copyOf(container);
    }

    /**
     * A broker that is configured as the image {@code apache/kafka} does it, by its own class, with nothing but an environment.
     *
     * @param environment variables of the container; their listeners and folders are to fit this machine
     */
    public static EmbeddedKafka asContainer(ServerSettings settings, Map<String, String> environment) {
        return new EmbeddedKafka(settings, Map.of(), environment);
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        Folders.create(settings.folder());
        Path log = settings.folder().resolve("kafka.log");
        Path config = settings.folder().resolve("server.properties");
        try {
            if (!Files.exists(config)) {
                if (container.isEmpty()) {
                    configure(config);
                    format(config, log);
                } else {
                    setUp(config, log);
                }
            }
            process = run(log, "kafka.Kafka", config.toString());
        } catch (IOException e) {
            throw new ServerException("Kafka could not be started: " + e.getMessage(), e);
        }
        Process started = process;
        boolean up = Waiting.until(START_LIMIT, () -> !started.isAlive() || Ports.accepts(settings.port()));
        if (!up || !started.isAlive()) {
            kill();
            throw new ServerException("Kafka did not start on port " + settings.port() + ": " + text(log));
        }
    }

    private void configure(Path config) throws IOException {
        Properties properties = new Properties();
        properties.putAll(Map.of("process.roles", "broker,controller", "node.id", "1",
                "listeners",
                "PLAINTEXT://" + HOST + ":" + settings.port() + ",CONTROLLER://" + HOST + ":" + controller,
                "advertised.listeners", "PLAINTEXT://" + HOST + ":" + settings.port(),
                "controller.listener.names", "CONTROLLER", "controller.quorum.voters", "1@" + HOST + ":" + controller,
                "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "log.dirs", settings.folder().resolve("data").toString(), "num.partitions", "3"));
        properties.putAll(Map.of("offsets.topic.replication.factor", "1", "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "1"));
        properties.putAll(more);
        try (Writer out = Files.newBufferedWriter(config)) {
            properties.store(out, null);
        }
    }

    private void format(Path config, Path log) throws IOException {
        finish(run(log, "kafka.tools.StorageTool", "format", "-t", clusterId(), "-c", config.toString()), config, log);
    }

    /** What the image does before it starts the broker: it writes the configuration and formats the storage. */
    private void setUp(Path config, Path log) throws IOException {
        Path folder = settings.folder();
        finish(run(log, "kafka.docker.KafkaDockerWrapper", "setup", "--default-configs-dir",
                folder.resolve("defaults").toString(), "--mounted-configs-dir", folder.resolve("mounted").toString(),
                "--final-configs-dir", folder.toString()), config, log);
    }

    private void finish(Process format, Path config, Path log) throws IOException {
        try {
            if (!format.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
                format.destroyForcibly();
                Files.deleteIfExists(config);
                throw new ServerException("Kafka's storage cannot be made: " + text(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            format.destroyForcibly();
            throw new ServerException("Kafka's storage was not made: interrupted", e);
        }
    }

    /** 16 octets in Base64 for URLs, as Kafka wants it. */
    private static String clusterId() {
        UUID id = UUID.randomUUID();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array());
    }

    private Process run(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(Detached.command(command)).directory(settings.folder().toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (!container.isEmpty()) {
            builder.environment().putAll(container);
            builder.environment().put("CLUSTER_ID", clusterId());
        }
        Process started = builder.start();
        started.getOutputStream().close();
        return started;
    }

    private static String text(Path log) {
        try {
            String all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - 4_000));
        } catch (IOException e) {
            return "see " + log;
        }
    }

    /** Servers to begin with, for clients. */
    public String bootstrapServers() {
        return HOST + ":" + settings.port();
    }

    /** SIGKILL; its data stay. */
    public synchronized void kill() {
        end(Duration.ZERO);
    }

    @Override
    public synchronized void stop() {
        end(STOP_LIMIT);
    }

    private void end(Duration patience) {
        Process running = process;
        if (running == null) {
            return;
        }
        process = null;
        if (!patience.isZero()) {
            running.destroy();
            Waiting.until(patience, () -> !running.isAlive());
        }
        running.destroyForcibly();
        Waiting.until(STOP_LIMIT, () -> !running.isAlive());
    }

    @Override
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public synchronized OptionalLong processId() {
        return process == null ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    @Override
    public void close() {
        kill();
        if (settings.temporary()) {
            Folders.delete(settings.folder());
        }
    }
}
