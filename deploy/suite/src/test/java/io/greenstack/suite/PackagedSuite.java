package io.greenstack.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.GuardianLink;
import io.greenstack.localstack.suite.Jvm;
import io.greenstack.localstack.suite.ServiceEnvironment;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.suite.ServiceSpec;
import io.greenstack.localstack.testing.MqttTestClient;

/**
 * The three packaged services on embedded servers, with ports and data of their own; started once for all tests of the
 * JVM and stopped with it.
 */
final class PackagedSuite {

    private static final Duration READY_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int HEAP_MEGABYTES = 384;

    private static PackagedSuite running;

    private final Path root = Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize();
    private final Path folder = Path.of("target/suite").toAbsolutePath();
    private final LocalServers servers = LocalServers.forTests();
    private final TraceReceiver traces = TraceReceiver.start();
    private final GuardianLink guardian = GuardianLink.start();
    private final ServiceProcess api;
    private final ServiceProcess bridge;
    private final ServiceProcess ingestion;

    private PackagedSuite() {
        int apiPort = Ports.free();
        int bridgePort = Ports.free();
        int ingestionPort = Ports.free();
        ServiceEnvironment environment = new ServiceEnvironment(servers, apiPort);
        api = service("api-service", apiPort, environment.api(bridgePort, ingestionPort));
        bridge = service("mqtt-bridge", bridgePort, environment.edge(bridgePort, "bridge-it"));
        ingestion = service("influx-ingestion", ingestionPort, environment.edge(ingestionPort, "ingestion-it"));
    }

    /** The suite, ready to be used. */
    static synchronized PackagedSuite running() throws IOException {
        if (running == null) {
            running = new PackagedSuite();
            Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop-suite"));
            running.start();
        }
        return running;
    }

    private ServiceProcess service(String name, int port, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("OTEL_EXPORTER_OTLP_ENDPOINT", traces.url());
        all.put("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        all.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms");
        // an outage of 20 s should not be followed by another 30 s of waiting
        all.put("GREENSTACK_BREAKER_INFLUX_OPEN_FOR", "3s");
        return new ServiceProcess(
                new ServiceSpec(name, ServiceSpec.packageOf(root.resolve(name)),
                        folder, folder.resolve(name + ".log"), port, all, Jvm.quickStart(HEAP_MEGABYTES)));
    }

    private void start() throws IOException {
        Files.createDirectories(folder);
        for (ServiceProcess service : services()) {
            Files.deleteIfExists(service.log());
        }
        servers.start();
        servers.postgres().processId().ifPresent(guardian::add);
        servers.redis().processId().ifPresent(guardian::add);
        services().forEach(this::start);
        services().forEach(service -> service.awaitReady(READY_LIMIT));
    }

    private List<ServiceProcess> services() {
        return List.of(api, bridge, ingestion);
    }

    private void start(ServiceProcess service) {
        service.start();
        guardian.add(service.processId());
    }

    /** Kills a service with SIGKILL and starts it again, without waiting for its readiness. */
    void killAndRestart(ServiceProcess service) {
        guardian.remove(service.processId());
        service.kill();
        start(service);
    }

    void awaitReady(ServiceProcess service) {
        service.awaitReady(READY_LIMIT);
    }

    private void stop() {
        services().parallelStream().forEach(service -> service.stop(STOP_LIMIT));
        servers.close();
        traces.close();
        guardian.close();
    }

    LocalServers servers() {
        return servers;
    }

    ServiceProcess api() {
        return api;
    }

    ServiceProcess bridge() {
        return bridge;
    }

    ServiceProcess ingestion() {
        return ingestion;
    }

    TraceReceiver traces() {
        return traces;
    }

    ApiClient client() {
        return new ApiClient(api.url());
    }

    /** A new connection to the broker. */
    MqttTestClient mqtt(String clientId) {
        return MqttTestClient.connect(EmbeddedServer.HOST, servers.broker().port(), clientId);
    }

    /** The sample device files of the repository. */
    Path samples() {
        return root.resolve("deploy/samples");
    }
}
