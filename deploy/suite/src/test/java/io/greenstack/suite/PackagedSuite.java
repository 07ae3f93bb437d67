package io.greenstack.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.suite.ApiClient;
import io.greenstack.localstack.suite.PackagedStack;
import io.greenstack.localstack.suite.ServiceProcess;
import io.greenstack.localstack.testing.MqttTestClient;

/**
 * The three packaged services on embedded servers, with ports and data of their own; started once for all tests of the
 * JVM and stopped with it.
 */
final class PackagedSuite {

    private static PackagedSuite running;

    private final Path root = Path.of(System.getProperty("greenstack.root", "../..")).toAbsolutePath().normalize();
    private final TraceReceiver traces = TraceReceiver.start();
    private final PackagedStack stack = new PackagedStack(LocalServers.forTests(), root,
            Path.of("target/suite").toAbsolutePath(), Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", traces.url(),
                    // stubs of masters are on this machine
                    "GREENSTACK_MASTERS_NETWORKS", "127.0.0.0/8",
                    "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                    "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms",
                    // an outage of 20 s should not be followed by another 30 s of waiting
                    "GREENSTACK_BREAKER_INFLUX_OPEN_FOR", "3s"));

    /** The suite, ready to be used. */
    static synchronized PackagedSuite running() throws IOException {
        if (running == null) {
            running = new PackagedSuite();
            Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop-suite"));
            running.stack.start();
        }
        return running;
    }

    /** Kills a service with SIGKILL and starts it again, without waiting for its readiness. */
    void killAndRestart(ServiceProcess service) {
        stack.kill(service);
        stack.start(service);
    }

    void awaitReady(ServiceProcess service) {
        stack.awaitReady(service);
    }

    private void stop() {
        stack.close();
        traces.close();
    }

    /** All parts, to be stopped and started. */
    PackagedStack stack() {
        return stack;
    }

    LocalServers servers() {
        return stack.servers();
    }

    ServiceProcess api() {
        return stack.api();
    }

    ServiceProcess bridge() {
        return stack.bridge();
    }

    ServiceProcess ingestion() {
        return stack.ingestion();
    }

    TraceReceiver traces() {
        return traces;
    }

    ApiClient client() {
        return new ApiClient(api().url());
    }

    /** A new connection to the broker. */
    MqttTestClient mqtt(String clientId) {
        return MqttTestClient.connect(EmbeddedServer.HOST, servers().broker().port(), clientId);
    }

    /** Folder of the repository. */
    Path root() {
        return root;
    }

    /** The sample device files of the repository. */
    Path samples() {
        return root.resolve("deploy/samples");
    }
}
