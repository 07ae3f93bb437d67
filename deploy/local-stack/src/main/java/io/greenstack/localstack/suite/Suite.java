package io.greenstack.localstack.suite;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.greenstack.localstack.server.EmbeddedServer;
import io.greenstack.localstack.server.LocalServers;
import io.greenstack.localstack.server.Waiting;
import io.greenstack.localstack.suite.SampleDevices.SimulatedSample;

/** Servers, services and simulated devices, started in the right order and stopped in the reverse one. */
final class Suite {

    private static final Duration READY_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration REGISTER_LIMIT = Duration.ofSeconds(60);

    private final SuiteOptions options;
    private final Console console;
    private final LocalServers servers;
    private final SuiteServices services;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "suite-start");
        thread.setDaemon(true);
        return thread;
    });
    private GuardianLink guardian;
    private volatile List<SimulatedSample> simulated = List.of();
    private boolean stopping;

    Suite(SuiteOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.servers = SuiteServers.of(options);
        this.services = SuiteServices.of(options, new ServiceEnvironment(servers, options.port(SuitePort.API)));
    }

    /**
     * Starts everything; each service as soon as the servers it needs are up.
     *
     * @throws SuiteException of the first part that failed; what was started has to be stopped by the caller
     */
    void start() throws IOException {
        guardian = GuardianLink.start();
        CompletableFuture<Void> postgres = up(servers.postgres());
        CompletableFuture<Void> redis = up(servers.redis());
        CompletableFuture<Void> broker = up(servers.broker());
        CompletableFuture<Void> store = up(servers.questDb());
        CompletableFuture<Void> api = ready(services.api(), postgres, redis);
        CompletableFuture<Void> bridge = ready(services.bridge(), redis, broker);
        CompletableFuture<Void> ingestion = ready(services.ingestion(), redis, broker, store);
        CompletableFuture<Void> samples = api.thenRunAsync(this::importSamples, workers);
        try {
            firstFailureOf(postgres, redis, broker, store, api, bridge, ingestion, samples).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SuiteException known
                    ? known
                    : new SuiteException(SuiteException.FAILURE, e.getCause().getMessage());
        }
        simulate();
    }

    /** Completes when all parts are up, or as soon as one has failed. */
    private static CompletableFuture<Void> firstFailureOf(CompletableFuture<?>... parts) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        CompletableFuture.allOf(parts).thenRun(() -> result.complete(null));
        for (CompletableFuture<?> part : parts) {
            part.exceptionally(thrown -> {
                result.completeExceptionally(
                        thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown);
                return null;
            });
        }
        return result;
    }

    private CompletableFuture<Void> up(EmbeddedServer server) {
        return CompletableFuture.runAsync(() -> {
            if (isStopping()) {
                return;
            }
            server.start();
            server.processId().ifPresent(id -> watch(server.name(), id));
            console.done(server.name(), EmbeddedServer.HOST + ":" + server.port());
        }, workers);
    }

    private void watch(String name, long processId) {
        guardian.add(processId);
        ProcessHandle.of(processId).ifPresent(handle -> handle.onExit().thenRun(() -> {
            if (!isStopping()) {
                failure.complete(name + " (process " + processId + ") ended. See " + options.data() + ".");
            }
        }));
    }

    private CompletableFuture<Void> ready(ServiceProcess service, CompletableFuture<?>... needed) {
        return CompletableFuture.allOf(needed).thenRunAsync(() -> {
            synchronized (this) {
                if (stopping) {
                    return;
                }
                service.start();
            }
            guardian.add(service.processId());
            service.onExit().thenRun(() -> {
                if (!isStopping()) {
                    failure.complete(service.obituary());
                }
            });
            service.awaitReady(READY_LIMIT);
            console.done(service.name(), service.url());
        }, workers);
    }

    private SampleDevices samples() {
        return new SampleDevices(new ApiClient(services.api().url()), options.root().resolve("deploy/samples"));
    }

    private void importSamples() {
        if (isStopping()) {
            return;
        }
        try {
            console.done("Sample devices", samples().importAll() + " device files imported");
        } catch (IOException e) {
            throw new SuiteException(SuiteException.FAILURE, "The sample device files cannot be imported: "
                    + e.getMessage());
        }
    }

    private void simulate() throws IOException {
        if (isStopping()) {
            return;
        }
        SampleDevices samples = samples();
        if (!options.simulators()) {
            samples.stopSimulations();
            return;
        }
        List<SimulatedSample> devices = samples.simulated();
        for (SimulatedSample device : devices) {
            samples.simulate(device);
        }
        for (SimulatedSample device : devices) {
            if (!Waiting.until(REGISTER_LIMIT, () -> samples.isRegistered(device))) {
                throw new SuiteException(SuiteException.FAILURE, "The simulated device " + device.deviceId()
                        + " was not registered in " + REGISTER_LIMIT.toSeconds() + " s; see the logs in "
                        + options.logs());
            }
        }
        simulated = devices;
        console.done("Simulated devices", devices.size() + " publish raw process data every second");
    }

    /** The screen that describes the running suite. */
    String screen() {
        List<SimulatedSample> devices = simulated;
        Screen.Example example = devices.isEmpty()
                ? new Screen.Example("my-device", 1, "0000")
                : new Screen.Example(devices.get(0).deviceId(), devices.get(0).descriptionId(), devices.get(0).hex());
        return new Screen(options).text(console.seconds(), devices.stream().map(SimulatedSample::deviceId).toList(),
                example);
    }

    /** Blocks until a part of the suite ends by itself, and says which. */
    String awaitFailure() {
        return failure.join();
    }

    /** Whether the stop has begun; what fails from then on is its consequence. */
    synchronized boolean isStopping() {
        return stopping;
    }

    /** Stops everything in reverse order; each part has a bounded time, then it is killed. */
    void stop() {
        synchronized (this) {
            stopping = true;
        }
        stop(List.of(services.ingestion(), services.bridge()));
        stop(List.of(services.api()));
        for (EmbeddedServer server : List.of(servers.questDb(), servers.broker(), servers.redis(),
                servers.postgres())) {
            OptionalLong process = server.processId();
            server.stop();
            process.ifPresent(guardian::remove);
        }
        if (guardian != null) {
            guardian.close();
        }
    }

    private void stop(List<ServiceProcess> group) {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (ServiceProcess service : group) {
            if (service.isAlive()) {
                ends.add(CompletableFuture.runAsync(() -> {
                    service.stop(STOP_LIMIT);
                    guardian.remove(service.processId());
                }, workers));
            }
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
    }
}
