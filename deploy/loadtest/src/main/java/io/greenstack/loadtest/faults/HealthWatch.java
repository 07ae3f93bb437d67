package io.greenstack.loadtest.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.greenstack.localstack.suite.ServiceProcess;

/** Asks the services for their health while something is away, as an orchestrator does, on both ports. */
final class HealthWatch {

    /** What has not answered by then hangs. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final List<String> PATHS = List.of("/q/health/live", "/q/health/ready", "/q/health");
    private static final Duration PERIOD = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT).build();
    private final List<ServiceProcess> services;

    HealthWatch(List<ServiceProcess> services) {
        this.services = List.copyOf(services);
    }

    /** Asks again and again for this long; the slowest answer, {@link #LIMIT} if there was none. */
    Duration slowest(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        Duration slowest = Duration.ZERO;
        do {
            for (ServiceProcess service : services) {
                for (String path : PATHS) {
                    slowest = longer(slowest, longer(answer(service.url() + path),
                            answer(service.managementUrl() + path)));
                }
            }
            LockSupport.parkNanos(Math.min(PERIOD.toNanos(), Math.max(0, end - System.nanoTime())));
        } while (System.nanoTime() - end < 0);
        return slowest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Duration answer(String url) throws IOException {
        long begin = System.nanoTime();
        try {
            client.send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build(),
                    HttpResponse.BodyHandlers.discarding());
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (HttpTimeoutException e) {
            return LIMIT;
        } catch (ConnectException e) {
            // the service itself is what is away
            return Duration.ZERO;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
