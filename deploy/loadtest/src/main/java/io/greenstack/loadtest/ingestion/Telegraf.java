package io.greenstack.loadtest.ingestion;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Telegraf with its MQTT consumer and its output for InfluxDB 2, in its own best layout: a line for each message. */
final class Telegraf implements Contender {

    private final Path binary;
    private final Path folder;
    private final Map<String, String> servers;
    private final String flush;
    private Process process;

    /** @param flush how often it writes, as {@code 100ms} */
    Telegraf(Path binary, Path folder, Map<String, String> servers, String flush) {
        this.binary = binary;
        this.folder = folder;
        this.servers = servers;
        this.flush = flush;
    }

    /** The binary on the path, if there is one. */
    static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "telegraf")).filter(Files::isExecutable).findFirst();
    }

    String configuration() {
        return """
                [agent]
                  interval = "1s"
                  flush_interval = "%s"
                  metric_batch_size = 5000
                  metric_buffer_limit = 200000
                  omit_hostname = true
                  quiet = true
                [[inputs.mqtt_consumer]]
                  servers = ["tcp://%s"]
                  topics = ["devices/+/telemetry"]
                  qos = 1
                  persistent_session = true
                  client_id = "%s"
                  max_undelivered_messages = 20000
                  data_format = "json"
                  json_time_key = "timestamp"
                  json_time_format = "2006-01-02T15:04:05.999999999Z07:00"
                [[outputs.influxdb_v2]]
                  urls = ["%s"]
                  token = "%s"
                  organization = "%s"
                  bucket = "%s"
                  content_encoding = "identity"
                """.formatted(flush, servers.get("MQTT_BROKER"), clientId(), servers.get("INFLUXDB_URL"),
                servers.get("INFLUXDB_TOKEN"), servers.get("INFLUXDB_ORG"), servers.get("INFLUXDB_BUCKET"));
    }

    @Override
    public String name() {
        return "telegraf-" + flush;
    }

    @Override
    public String clientId() {
        return "rig-" + name();
    }

    @Override
    public void start() throws IOException {
        Path file = Files.writeString(folder.resolve(name() + ".conf"), configuration());
        process = new ProcessBuilder(binary.toString(), "--config", file.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve(name() + ".log").toFile()).start();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
        if (!process.isAlive()) {
            throw new IOException("Telegraf ended at once; see " + folder.resolve(name() + ".log"));
        }
    }

    @Override
    public long processId() {
        return process.pid();
    }

    @Override
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public Place place() {
        return Place.PEER;
    }
}
