package io.greenstack.loadtest.ingestion;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;

/** The packaged influx-ingestion. */
final class OurIngestion implements Contender {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Place place;
    private final ServiceProcess process;

    /**
     * @param place layout of its points
     * @param servers variables that name broker, store and Redis
     * @param jvm options of its JVM
     */
    OurIngestion(Path root, Path folder, Place place, Map<String, String> servers, List<String> jvm) {
        this.place = place;
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(servers);
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("HTTP_HOST", EmbeddedServer.HOST);
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("MQTT_CLIENT_ID", clientId());
        environment.put("INFLUXDB_LAYOUT", place.name().toLowerCase(Locale.ROOT));
        this.process = new ServiceProcess(new ServiceSpec("influx-ingestion",
                ServiceSpec.packageOf(root.resolve("influx-ingestion")), folder, folder.resolve(name() + ".log"), port,
                environment, jvm));
    }

    @Override
    public String name() {
        return "ours-" + place.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String clientId() {
        return "rig-" + name();
    }

    @Override
    public void start() throws InterruptedException {
        process.start();
        process.awaitReady(LIMIT);
    }

    @Override
    public long processId() {
        return process.processId();
    }

    @Override
    public void stop() throws InterruptedException {
        process.stop(LIMIT);
    }

    @Override
    public Place place() {
        return place;
    }
}
