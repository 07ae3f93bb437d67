package io.greenstack.localstack.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.server.Ports;
import io.greenstack.localstack.server.Signal;

/**
 * The three packaged services on embedded servers, for tests and measurements: each part can be stopped, killed and started
 * again. No process outlives this JVM.
 */
public final class PackagedStack implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int HEAP_MEGABYTES = 384;

    private final LocalServers servers;
    private final Path root;
    private final Path folder;
    private final Map<String, String> settings;
    private final GuardianLink guardian = GuardianLink.start();
    private final Map<EmbeddedServer, FreezableRelay> relays;
    private final ServiceProcess api;
    private final ServiceProcess bridge;
    private final ServiceProcess ingestion;
    private final ServiceEnvironment environment;
    private final int bridgePort;
    private final int ingestionPort;

    /**
     * @param servers not yet started; belong to this object from now on
     * @param root folder of the repository, where the packages are
     * @param folder for the logs of the services
     * @param settings environment variables of all services, on top of those that connect them
     */
    public PackagedStack(LocalServers servers, Path root, Path folder, Map<String, String> settings) {
        this.servers = servers;
        this.root = root;
        this.folder = folder;
        this.settings = Map.copyOf(settings);
        int apiPort = Ports.free();
        bridgePort = Ports.free();
        ingestionPort = Ports.free();
        // these two live in this JVM, which a signal would stop as a whole
        relays = Map.of(servers.broker(), new FreezableRelay(servers.broker().port()),
                servers.questDb(), new FreezableRelay(servers.questDb().port()));
        environment = new ServiceEnvironment(servers, apiPort);
        api = service("api-service", apiPort, environment.api(bridgePort, ingestionPort));
        bridge = service("mqtt-bridge", bridgePort, environment.edge(bridgePort, "bridge-it"));
        ingestion = service("influx-ingestion", ingestionPort, environment.edge(ingestionPort, "ingestion-it"));
    }

    private ServiceProcess service(String name, int port, Map<String, String> own) {
        return service(name, name, port, own);
    }

    private ServiceProcess service(String name, String log, int port, Map<String, String> own) {
        return service(name, log, port, own, Map.of());
    }

    private ServiceProcess service(String name, String log, int port, Map<String, String> own,
            Map<String, String> more) {
        Map<String, String> all = new HashMap<>(own);
        all.replace("MQTT_BROKER", EmbeddedServer.HOST + ":" + relays.get(servers.broker()).port());
        all.replace("INFLUXDB_URL", "http://" + EmbeddedServer.HOST + ":" + relays.get(servers.questDb()).port());
        all.put(ServiceEnvironment.MANAGEMENT_PORT, Integer.toString(Ports.free()));
        all.putAll(settings);
        all.putAll(more);
        return new ServiceProcess(new ServiceSpec(name, ServiceSpec.packageOf(root.resolve(name)), folder,
                folder.resolve(log + ".log"), port, all, Jvm.quickStart(HEAP_MEGABYTES)));
    }

    /**
     * A further process of a service, not yet started; whoever starts it stops it too.
     *
     * @param name {@code api-service}, {@code mqtt-bridge} or {@code influx-ingestion}
     * @param clientId name of the log file, and of MQTT where the service has to do with it
     */
    public ServiceProcess replica(String name, String clientId) {
        return replica(name, clientId, Map.of());
    }

    /**
     * The same with settings of its own.
     *
     * @param more environment variables on top of those of the others
     */
    public ServiceProcess replica(String name, String clientId, Map<String, String> more) {
        int port = Ports.free();
        return service(name, clientId, port, name.equals(api.name())
                ? new ServiceEnvironment(servers, port).api(bridgePort, ingestionPort)
                : environment.edge(port, clientId), more);
    }

    /**
     * A further ingestion, not yet started; whoever starts it stops it too.
     *
     * @param more environment variables on top of those of the others
     */
    public ServiceProcess anotherIngestion(String clientId, Map<String, String> more) {
        return replica("influx-ingestion", clientId, more);
    }

    /** Starts everything and returns when it is ready. */
    public void start() throws IOException {
        Files.createDirectories(folder);
        for (ServiceProcess service : services()) {
            Files.deleteIfExists(service.log());
        }
        servers.start();
        servers.all().forEach(server -> server.processId().ifPresent(guardian::add));
        relays.values().forEach(FreezableRelay::open);
        services().forEach(this::start);
        services().forEach(this::awaitReady);
    }

    /** Starts a service that is not running, without waiting for its readiness. */
    public void start(ServiceProcess service) {
        service.start();
        guardian.add(service.processId());
    }

    /** Asks a service to end and waits for that. */
    public void stop(ServiceProcess service) {
        stop(service, STOP_LIMIT);
    }

    /** The same for a service that may take its time, since it empties its session. */
    public void stop(ServiceProcess service, Duration limit) {
        guardian.remove(service.processId());
        service.stop(limit);
    }

    /** Kills a service with SIGKILL. */
    public void kill(ServiceProcess service) {
        guardian.remove(service.processId());
        service.kill();
    }

    /** Waits until a service says that it is ready. */
    public void awaitReady(ServiceProcess service) {
        service.awaitReady(READY_LIMIT);
    }

    /** Stops a server; its data stay. */
    public void stop(EmbeddedServer server) {
        OptionalLong process = server.processId();
        relayOf(server).ifPresent(FreezableRelay::close);
        server.stop();
        process.ifPresent(guardian::remove);
    }

    /** Starts a server again and returns when it accepts requests. */
    public void start(EmbeddedServer server) {
        server.start();
        server.processId().ifPresent(guardian::add);
        relayOf(server).ifPresent(FreezableRelay::open);
    }

    /**
     * Has a server stand still for the services as after SIGSTOP: it takes connections and requests, and answers nothing.
     * Devices that speak to the broker itself go on.
     */
    public void freeze(EmbeddedServer server) {
        relayOf(server).ifPresentOrElse(FreezableRelay::freeze, () -> Signal.STOP.send(process(server)));
    }

    /** Has a frozen server go on. */
    public void thaw(EmbeddedServer server) {
        relayOf(server).ifPresentOrElse(FreezableRelay::thaw, () -> Signal.CONTINUE.send(process(server)));
    }

    private Optional<FreezableRelay> relayOf(EmbeddedServer server) {
        return Optional.ofNullable(relays.get(server));
    }

    private ProcessHandle process(EmbeddedServer server) {
        return ProcessHandle.of(server.processId().orElseThrow()).orElseThrow();
    }

    @Override
    public void close() {
        services().parallelStream().filter(ServiceProcess::isAlive).forEach(service -> service.stop(STOP_LIMIT));
        relays.values().forEach(FreezableRelay::close);
        servers.close();
        guardian.close();
    }

    public LocalServers servers() {
        return servers;
    }

    public ServiceProcess api() {
        return api;
    }

    public ServiceProcess bridge() {
        return bridge;
    }

    public ServiceProcess ingestion() {
        return ingestion;
    }

    /** The api-service first. */
    public List<ServiceProcess> services() {
        return List.of(api, bridge, ingestion);
    }
}
